import { useMemo } from 'react'
import { hoursText, ratePercent } from '#domain/curriculum/rules.ts'
import { decimal } from '#domain/platform/numbers.ts'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './Load.module.css'
import type { Load, TeacherLoad } from './loadView.ts'
import { namesIn } from './loadWords.ts'
import * as texts from './texts.ru.ts'

const words = texts.teacherLoad

/** Teachers with what they have against one rate; on paper the tariff list of all of them. */
export function TeacherLoadList({
  load,
  teachers,
  onOpen,
}: {
  load: Load
  teachers: readonly TeacherLoad[]
  onOpen: (personId: string) => void
}) {
  const names = useMemo(() => namesIn(load), [load])
  const columns = useMemo<Column<TeacherLoad>[]>(() => {
    const subjectsOf = ({ running }: TeacherLoad) =>
      [...new Set(running.map(({ course }) => names.subject(course.subjectId)))].join(', ')
    return [
      { key: 'name', label: words.columns.name, value: ({ teacher }) => teacher.name, width: 'l' },
      { key: 'position', label: words.columns.position, value: ({ teacher }) => teacher.position, hideOnPhone: true },
      {
        key: 'subjects',
        label: words.columns.subjects,
        value: subjectsOf,
        cell: (one) => subjectsOf(one) || <span className={styles.soft}>{words.none}</span>,
      },
      {
        key: 'groups',
        label: words.columns.groups,
        value: ({ running }) => new Set(running.map(({ course }) => course.groupId)).size,
        numeric: true,
        hideOnPhone: true,
      },
      {
        key: 'hours',
        label: words.columns.hours,
        value: ({ halfHours }) => halfHours / 2,
        cell: ({ halfHours }) => (
          <>
            {hoursText(halfHours)}
            <span className={styles.onPhone}> {words.hoursUnit}</span>
          </>
        ),
        numeric: true,
      },
      {
        key: 'rate',
        label: words.columns.rate,
        value: ({ halfHours }) => ratePercent(halfHours, load.rateHours),
        cell: ({ halfHours }) => (
          <>
            {decimal(ratePercent(halfHours, load.rateHours) / 100)}
            <span className={styles.onPhone}> {words.rateUnit}</span>
          </>
        ),
        numeric: true,
      },
    ]
  }, [names, load.rateHours])
  return (
    <>
      <div className={styles.screen}>
        <DataTable
          label={words.list}
          rows={teachers}
          columns={columns}
          rowKey={({ teacher }) => teacher.personId}
          searchLabel={words.search}
          onOpen={({ teacher }) => onOpen(teacher.personId)}
          empty={<EmptyState title={words.emptyTitle} text={words.emptyText} />}
        />
      </div>
      <table className={[styles.table, styles.paper].join(' ')} aria-hidden>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teachers
            .filter(({ running }) => running.length > 0)
            .map((one) => (
              <tr key={one.teacher.personId}>
                {columns.map(({ key, value, cell }) => (
                  <td key={key}>{cell?.(one) ?? value(one)}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}
