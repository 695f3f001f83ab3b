import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import styles from './ClassTable.module.css'
import * as texts from './texts.ru.ts'

type Props = { ofClass: Output<'classes.list'>['classes'][number] }

/** One class: who is in it, who was missing lately, who owes a work. Zeroes are left blank, so that what matters stands out. */
export function ClassTable({ ofClass }: Props) {
  const { columns } = texts
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        <strong>{ofClass.name}</strong> {texts.students(ofClass.students.length)}, {texts.leads(ofClass.homeroomTeacher)}{' '}
        <Link href={`/school/classes/${ofClass.classId}`} className={styles.card}>
          {texts.card}
        </Link>
      </caption>
      <thead>
        <tr>
          <th scope="col">{columns.student}</th>
          <th scope="col">{columns.missed}</th>
          <th scope="col">{columns.unexplained}</th>
          <th scope="col">{columns.late}</th>
          <th scope="col">{columns.pending}</th>
        </tr>
      </thead>
      <tbody>
        {ofClass.students.map(({ studentId, name, missed, unexplained, late, pending }) => (
          <tr key={studentId}>
            <th scope="row">
              <Link href={`/diary/${studentId}/week`} data-tip={texts.diary(name)}>
                {name}
              </Link>
            </th>
            <Count label={columns.missed} n={missed} />
            <Count label={columns.unexplained} n={unexplained} loud />
            <Count label={columns.late} n={late} />
            <Count label={columns.pending} n={pending} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ label, n, loud = false }: { label: string; n: number; loud?: boolean }) {
  return (
    <td data-label={label} data-none={n === 0 || undefined} className={loud && n > 0 ? styles.loud : undefined}>
      {n === 0 ? '' : n}
    </td>
  )
}
