import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
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
const weeks = [
  { value: '', label: words.asYear },
  { value: '5', label: texts.week5 },
  { value: '6', label: texts.week6 },
]
const weekOf = (value: string) => (value === '' ? null : Number(value))

/** In which shift and week every class learns; classes themselves are made and promoted on their own page. */
export function ClassesStep({ plan, ...step }: StepProps) {
  const { yearId } = plan
  // The first year of a school has no classes behind it to promote.
  const first = useQuery('calendar.years', {}).data?.years.every(({ from }) => from >= plan.from) ?? false
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
  type Part = { shift: number } | { studyDays: number | null }
  const setThose = (those: (classId: string) => boolean, part: Part) =>
    setValue(value.map((one) => (those(one.classId) ? { ...one, ...part } : one)))
  const set = (classId: string, part: Part) => setThose((one) => one === classId, part)
  const setSelectedOnes = (part: Part) => setThose((one) => selected.has(one), part)
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
          options={weeks}
          onChange={(next) => set(classId, { studyDays: weekOf(next) })}
        />
      ),
    },
  ]
  const ways = (
    <div className={styles.buttons}>
      {!first && <ButtonLink href="/school/classes/promotion">{words.toPromotion}</ButtonLink>}
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
            <>
              <SelectField
                label={words.shiftOfSelected(selected.size)}
                value=""
                options={[{ value: '', label: words.choose }, ...shifts]}
                onChange={(shift) => shift && setSelectedOnes({ shift: Number(shift) })}
              />
              <SelectField
                label={words.weekOfSelected(selected.size)}
                value="choose"
                options={[{ value: 'choose', label: words.choose }, ...weeks]}
                onChange={(week) => week !== 'choose' && setSelectedOnes({ studyDays: weekOf(week) })}
              />
            </>
          )
        }
        {...(rows.length > 12 ? { searchLabel: words.search } : {})}
        empty={<EmptyState title={words.none} text={first ? words.firstText : words.noneText} action={ways} />}
      />
      {rows.length > 0 && ways}
      <StepFooter form={form} refusal={null} opened={plan.openedAt !== null} />
    </>
  )
}
