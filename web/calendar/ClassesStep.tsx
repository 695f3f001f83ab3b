import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './forms.module.css'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'
import { useStepForm } from './useStepForm.ts'

const words = texts.classesStep
const shifts = texts.shifts.map((label, i) => ({ value: String(i + 1), label }))

/** In which shift and week every class learns; classes themselves are made and promoted on their own page. */
export function ClassesStep({ plan, ...step }: StepProps) {
  const { yearId } = plan
  const command = useCommand('calendar.setRegime')
  const form = useStepForm(
    step,
    plan.classes.map(({ classId, shift, studyDays }) => ({ classId, shift, studyDays })),
    {
      save: (classes, expected) => {
        const changed = classes.filter((one, i) => JSON.stringify(one) !== JSON.stringify(expected[i]))
        return command.run({
          yearId,
          classes: changed,
          expected: expected.filter(({ classId }) => changed.some((one) => one.classId === classId)),
        })
      },
      saved: words.saved,
    },
  )
  const { value, setValue } = form
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  type Row = (typeof plan.classes)[number]
  const rows = plan.classes.map((one): Row => ({ ...one, ...value.find(({ classId }) => classId === one.classId) }))
  const set = (classId: string, part: { shift: number } | { studyDays: number | null }) =>
    setValue(value.map((one) => (one.classId === classId ? { ...one, ...part } : one)))
  const columns: Column<Row>[] = [
    { key: 'name', label: words.name, value: ({ name }) => name },
    { key: 'students', label: words.students, value: ({ students }) => students, numeric: true, hideOnPhone: true },
    {
      key: 'shift',
      label: words.shift,
      value: ({ shift }) => shift,
      cell: ({ classId, name, shift }) => (
        <SelectField
          label={`${words.shift}, ${name}`}
          bare
          value={String(shift)}
          options={shifts}
          onChange={(next) => set(classId, { shift: Number(next) })}
        />
      ),
    },
    {
      key: 'week',
      label: words.week,
      value: ({ studyDays }) => studyDays ?? 0,
      cell: ({ classId, name, studyDays }) => (
        <SelectField
          label={`${words.week}, ${name}`}
          bare
          value={String(studyDays ?? '')}
          options={[
            { value: '', label: words.asYear },
            { value: '5', label: texts.week5 },
            { value: '6', label: texts.week6 },
          ]}
          onChange={(next) => set(classId, { studyDays: next === '' ? null : Number(next) })}
        />
      ),
    },
  ]
  const ways = (
    <div className={styles.buttons}>
      <ButtonLink href="/school/classes/promotion">{words.toPromotion}</ButtonLink>
      <ButtonLink href="/school/classes">{words.toClasses}</ButtonLink>
    </div>
  )
  return (
    <>
      <p className={styles.about}>{words.about}</p>
      <DataTable
        label={texts.steps.classes}
        rows={rows}
        columns={columns}
        rowKey={({ classId }) => classId}
        selected={selected}
        onSelect={setSelected}
        tools={
          selected.size > 0 && (
            <SelectField
              label={words.forSelected(selected.size)}
              value=""
              options={[{ value: '', label: words.choose }, ...shifts]}
              onChange={(shift) =>
                shift && setValue(value.map((one) => (selected.has(one.classId) ? { ...one, shift: Number(shift) } : one)))
              }
            />
          )
        }
        {...(rows.length > 12 ? { searchLabel: words.search } : {})}
        empty={<EmptyState title={words.none} text={words.noneText} action={ways} />}
      />
      {rows.length > 0 && ways}
      <StepFooter form={form} refusal={null} opened={plan.openedAt !== null} />
    </>
  )
}
