import { useState } from 'react'
import { Link } from 'wouter'
import type { PlainDate } from '#domain/platform/dates.ts'
import { addDays } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from '../Form.module.css'
import { refreshClasses } from '../refresh.ts'
import { ExceptionsDialog } from './ExceptionsDialog.tsx'
import { PromotionTable } from './PromotionTable.tsx'
import { choicesOf, classesAhead, type Exception, type OldClass, outcomesOf, type Plan, waiting } from './plan.ts'
import * as texts from './texts.ru.ts'

/** What becomes of each class and of whoever goes another way; then all of it is done at once. */
export function PromotionForm({ plan }: { plan: Plan }) {
  const promote = useCommand('classes.promote')
  const [choices, setChoices] = useState(() => choicesOf(plan, newOperationId))
  const [exceptions, setExceptions] = useState<Exception[]>([])
  const [open, setOpen] = useState<OldClass | null>(null)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const [graduatedOn, setGraduatedOn] = useState<string>(addDays(plan.from.to, 1))
  const [orderNumber, setOrderNumber] = useState('')
  const [orderDate, setOrderDate] = useState('')
  const [copySubgroups, setCopySubgroups] = useState(true)
  const [keepHomerooms, setKeepHomerooms] = useState(true)
  const chosen = plan.classes.filter(({ classId }) => choices[classId]?.included)
  const students = waiting(plan, choices)
  const everyoneMoved = plan.classes.every((one) => one.students.every(({ moved }) => moved))
  const run = async () => {
    const ids = new Set(chosen.flatMap((one) => one.students.map(({ studentId }) => studentId)))
    const result = await promote.run({
      fromYearId: plan.from.yearId,
      toYearId: plan.to.yearId,
      classes: chosen.map(({ classId }) => {
        const { toClassId, letter } = choices[classId]!
        return { classId, toClassId, letter }
      }),
      exceptions: exceptions.filter(({ studentId }) => ids.has(studentId)),
      graduatedOn: graduatedOn as PlainDate,
      copySubgroups,
      keepHomerooms,
      orderNumber,
      orderDate: (orderDate || null) as PlainDate | null,
    })
    toast(texts.result(result))
    setDone(texts.result(result))
    setExceptions([])
    setChoices(Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, { ...choice, included: false }])))
    setAsking(false)
    void refreshClasses()
  }
  return (
    <>
      <p className={styles.quiet}>{texts.intro}</p>
      {(done !== null || everyoneMoved) && (
        <Notice kind="good">
          <p>{everyoneMoved ? `${texts.everything}. ${texts.everythingText}` : `${done}.`}</p>
          <Link href={`/school/classes?year=${plan.to.yearId}`}>{texts.toClasses(plan.to.name)}</Link>
        </Notice>
      )}
      <PromotionTable plan={plan} choices={choices} exceptions={exceptions} onChange={setChoices} onExceptions={setOpen} />
      {!everyoneMoved && (
        <Card title={texts.order} padded>
          <div className={styles.fields}>
            <div className={styles.row}>
              <TextField
                label={texts.orderNumber}
                value={orderNumber}
                maxLength={40}
                onChange={(event) => setOrderNumber(event.target.value)}
              />
              <DateField label={texts.orderDate} value={orderDate} onChange={setOrderDate} />
              <DateField
                label={texts.graduatedOn}
                hint={texts.graduatedOnHint(plan.from.from, addDays(plan.to.from, -1))}
                value={graduatedOn}
                min={plan.from.from}
                max={addDays(plan.to.from, -1)}
                required
                onChange={setGraduatedOn}
              />
            </div>
            <CheckboxField
              label={texts.copySubgroups}
              hint={texts.copySubgroupsHint}
              checked={copySubgroups}
              onChange={setCopySubgroups}
            />
            <CheckboxField
              label={texts.keepHomerooms}
              hint={texts.keepHomeroomsHint}
              checked={keepHomerooms}
              onChange={setKeepHomerooms}
            />
            <div>
              <Button kind="primary" disabled={chosen.length === 0 || graduatedOn === ''} onClick={() => setAsking(true)}>
                {chosen.length === 0 ? texts.runNone : texts.run(chosen.length)}
              </Button>
            </div>
          </div>
        </Card>
      )}
      {open && (
        <ExceptionsDialog
          ofClass={open}
          ahead={classesAhead(plan, choices)}
          choices={choices}
          exceptions={exceptions}
          onChange={setExceptions}
          onClose={() => setOpen(null)}
        />
      )}
      {asking && (
        <ConfirmDialog title={texts.confirmTitle} action={texts.confirmAction} onConfirm={run} onClose={() => setAsking(false)}>
          <p>{texts.forecast(outcomesOf(plan, choices, exceptions))}.</p>
          <p>{texts.confirm(students, plan.to.name)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
