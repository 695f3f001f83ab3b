import { useState } from 'react'
import { useLocation } from 'wouter'
import { yearName } from '#domain/calendar/template.ts'
import type { Output } from '#domain/operations.ts'
import { schoolYearStart } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './forms.module.css'
import * as texts from './texts.ru.ts'

type Years = Output<'calendar.years'>['years']

/** Which year is begun, and after what it is made. */
export function NewYearDialog({ years, onClose }: { years: Years; onClose: () => void }) {
  const { today } = useMe()
  const [, navigate] = useLocation()
  const create = useCommand('calendar.createYear')
  const [yearId] = useState(newOperationId)
  const latest = years[0]
  const next = latest ? Number(latest.from.slice(0, 4)) + 1 : schoolYearStart(today)
  const [startYear, setStartYear] = useState(next)
  const [copyOf, setCopyOf] = useState(latest?.yearId ?? '')
  const [studyDays, setStudyDays] = useState(latest?.studyDays ?? 5)
  const starts = latest ? [next, next + 1] : [next - 1, next, next + 1]
  const begin = async () => {
    await create.run({ yearId, startYear, copyOf: copyOf || null, studyDays })
    await invalidate(['calendar.years'])
    navigate(`/school/year/${yearId}/bounds`)
  }
  return (
    <ConfirmDialog title={texts.creating.title} action={texts.creating.action} onConfirm={begin} onClose={onClose}>
      <div className={styles.column}>
        <SelectField
          label={texts.creating.start}
          value={String(startYear)}
          onChange={(value) => setStartYear(Number(value))}
          options={starts.map((start) => ({ value: String(start), label: texts.yearTitle(yearName(start)) }))}
        />
        <SelectField
          label={texts.creating.from}
          value={copyOf}
          onChange={setCopyOf}
          options={[
            ...years.map(({ yearId, name }) => ({ value: yearId, label: texts.creating.copy(name) })),
            { value: '', label: texts.creating.anew },
          ]}
        />
        <SelectField
          label={texts.creating.week}
          value={String(studyDays)}
          onChange={(value) => setStudyDays(Number(value))}
          options={[
            { value: '5', label: texts.week5 },
            { value: '6', label: texts.week6 },
          ]}
        />
        <p className={styles.about}>{texts.creating.about}</p>
      </div>
    </ConfirmDialog>
  )
}
