import { useState } from 'react'
import { addDays, isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import type { OwnPlan } from './OwnPlanScreen.tsx'
import * as texts from './texts.ru.ts'

const words = texts.end

/** The plan ends on the eve of a day: from that day on the student is with the class again. */
export function EndPlanDialog({ data, onClose }: { data: OwnPlan; onClose: () => void }) {
  const { plan, year, on, students } = data
  const setMembers = useCommand('classes.setMembers')
  const [from, setFrom] = useState<string>(addDays(on, 1) <= year.to ? addDays(on, 1) : on)
  const day = (from || on) as PlainDate
  const here = students.filter((one) => isWithin(day, one.from, one.to))
  const save = async () => {
    await setMembers.run({ groupId: plan.groupId, studentIds: [], expected: here.map(({ personId }) => personId), from: day })
    toast(words.done(day))
    void refreshClasses()
    onClose()
  }
  return (
    <FormDialog title={words.title} action={words.action} ready={from !== '' && here.length > 0} onSave={save} onClose={onClose}>
      <p>{words.text(students.map(({ name }) => name)[0] ?? '')}</p>
      <DateField label={words.from} value={from} min={year.from} max={year.to} required onChange={setFrom} />
    </FormDialog>
  )
}
