import { IconDotsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCan } from '#web/platform/session.tsx'
import { StudentName } from '#web/printing/StudentName.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { MoveDialog } from '../movement/MoveDialog.tsx'
import type { ClassCard } from './ClassCardScreen.tsx'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

type Student = ClassCard['students'][number]
type Moving = { kind: 'transfer' | 'depart' | 'return'; student: Student }
const words = texts.card

/** Who is in the class, and below who was: each with the days, the subgroups, and what may be done. */
export function StudentsCard({ card }: { card: ClassCard }) {
  const { class: own, on, students, subjects, year } = card
  const can = useCan()
  const [moving, setMoving] = useState<Moving | null>(null)
  const moves = can('classes.transfer', { kind: 'class', classId: own.classId })
  const here = students.filter(({ from, to }) => (from <= on && (to === null || to >= on)) || from > on)
  const gone = students.filter((one) => !here.includes(one))
  const partsOf = (studentId: string) =>
    subjects
      .flatMap(({ groups }) => groups.filter((one) => one.studentIds.includes(studentId)))
      .map(({ label }) => label.replace(/, (\d+)$/, ' $1'))
      .join(' · ')
  // Who has been here since the year began needs no date: those who came and went stand out.
  const stayOf = ({ from, to }: Student) =>
    to !== null && to < year.to ? words.period(from, to) : from > year.from ? words.since(from) : ''
  const menu = (student: Student) => (
    <Menu label={words.actions(student.name)} trigger={<IconDotsVertical size={18} aria-hidden />}>
      {(close) => {
        const move = (kind: Moving['kind']) => {
          close()
          setMoving({ kind, student })
        }
        const present = here.includes(student)
        return (
          <>
            <MenuItem href={`/school/people/${student.studentId}`}>{words.openPerson}</MenuItem>
            {present && <MenuItem onClick={() => move('transfer')}>{texts.moves.transfer}</MenuItem>}
            {present && <MenuItem onClick={() => move('depart')}>{texts.moves.depart}</MenuItem>}
            {!present && <MenuItem onClick={() => move('return')}>{texts.moves.return}</MenuItem>}
          </>
        )
      }}
    </Menu>
  )
  const columns: Column<Student>[] = [
    {
      key: 'name',
      label: words.name,
      value: ({ name }) => name,
      cell: (student) => (
        <span className={styles.person}>
          <span>
            <StudentName {...student} />{' '}
            <span className={styles.quiet}>
              {stayOf(student)}
              {stayOf(student) && student.ownPlanId && ', '}
              {student.ownPlanId && <Link href={`/school/classes/plans/${student.ownPlanId}`}>{words.ownPlan}</Link>}
            </span>
          </span>
          {moves && menu(student)}
        </span>
      ),
      width: 'l',
    },
    {
      key: 'parts',
      label: words.subgroups,
      value: ({ studentId }) => partsOf(studentId),
      cell: ({ studentId }) => <span className={styles.quiet}>{partsOf(studentId)}</span>,
      hideOnPhone: true,
    },
  ]
  const table = (label: string, rows: Student[]) => (
    <DataTable
      label={label}
      rows={rows}
      columns={columns}
      rowKey={({ studentId }) => studentId}
      {...(rows.length > 50 ? { searchLabel: words.searchStudent } : {})}
      empty={<EmptyState title={words.nobody} text={words.nobodyText} />}
    />
  )
  return (
    <>
      <div className={styles.title}>
        <h2>{words.students}</h2>
        <span className={styles.quiet}>{words.studentsNote(own.students, own.capacity)}</span>
      </div>
      {table(words.students, here)}
      {gone.length > 0 && (
        <details>
          <summary>{words.left(gone.length)}</summary>
          {table(words.left(gone.length), gone)}
        </details>
      )}
      {moving && (
        <MoveDialog
          kind={moving.kind}
          student={{ personId: moving.student.studentId, name: moving.student.name }}
          {...(moving.kind === 'return' ? { classId: own.classId } : { fromClassId: own.classId })}
          on={on}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  )
}
