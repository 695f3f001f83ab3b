import { useState } from 'react'
import type { AbsenceCode } from '#domain/attendance/rules.ts'
import { StudentName } from '#web/printing/StudentName.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './AbsentScreen.module.css'
import { type Absentees, codesIn, type Missing, matching } from './absent.ts'
import * as texts from './texts.ru.ts'

/** Who missed lessons or came late, with the reason of each and at which lessons. */
export function AbsentStudents({ day }: { day: Absentees }) {
  const [classId, setClassId] = useState('')
  const [code, setCode] = useState<AbsenceCode | ''>('')
  const several = day.classes.length > 1
  const classes = day.classes.filter((one) => day.students.some((student) => student.classId === one.classId))
  const chosen = classes.some((one) => one.classId === classId) ? classId : ''
  return (
    <DataTable
      label={texts.views.students}
      rows={matching(day.students, chosen, code)}
      columns={several ? columns : columns.filter(({ key }) => key !== 'class')}
      rowKey={({ studentId }) => studentId}
      searchLabel={several ? texts.search : texts.searchOwn}
      tools={
        <>
          {several && (
            <SelectField
              label={texts.className}
              bare
              value={chosen}
              options={[
                { value: '', label: texts.wholeSchool },
                ...classes.map((one) => ({ value: one.classId, label: one.name })),
              ]}
              onChange={setClassId}
            />
          )}
          <SelectField
            label={texts.reason}
            bare
            value={code}
            options={[
              { value: '', label: texts.anyReason },
              ...codesIn(day.students).map((one) => ({ value: one, label: texts.reasonNames[one] })),
            ]}
            onChange={(value) => setCode(value as AbsenceCode | '')}
          />
        </>
      }
      empty={<EmptyState title={texts.none} />}
    />
  )
}

const columns: Column<Missing>[] = [
  { key: 'name', label: texts.columns.name, value: ({ name }) => name, cell: (one) => <StudentName {...one} /> },
  { key: 'class', label: texts.columns.class, value: ({ className }) => className, width: 's' },
  {
    key: 'missed',
    label: texts.columns.missed,
    value: ({ missed }) => missed,
    cell: ({ missed, called, lessons }) => texts.missed(missed, called, lessons),
    width: 'm',
  },
  {
    key: 'reasons',
    label: texts.columns.reasons,
    value: ({ reasons }) => reasons.map(({ code }) => texts.reasonNames[code]).join(', '),
    cell: ({ reasons }) => (
      <span className={styles.reasons}>
        {reasons.map(({ code, numbers, minutes }) => (
          <span key={code}>{texts.reasonAt(code, numbers, minutes)}</span>
        ))}
      </span>
    ),
  },
]
