import { type FormEvent, useState } from 'react'
import type { Chooser } from '#domain/access/choices.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import * as texts from './rights.texts.ru.ts'
import { isChanged, othersOf, type RightCellFacts, type Rights } from './rightsRows.ts'
import form from './SignInForm.module.css'

/** What a cell means, whom it concerns, and the decision about it: who gains or loses what is said before it is done. */
export function RightDialog({
  cell,
  rights,
  people,
  decides,
  onClose,
}: {
  cell: RightCellFacts
  rights: Rights
  people: number
  decides: boolean
  onClose: () => void
}) {
  const { capability, category, has, byDefault } = cell
  const set = useCommand('access.setRight')
  const [orderNumber, setOrderNumber] = useState('')
  const [orderDate, setOrderDate] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [what, who] = [texts.capabilityTexts[capability], texts.categoryTexts[category]]
  const others = texts.remaining(othersOf(rights, capability, category))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      await set.run({
        capability,
        category: category as Chooser,
        allowed: !has,
        expected: has,
        orderNumber,
        orderDate: orderDate || null,
      })
      toast(has ? texts.dialog.forbidden(who) : texts.dialog.allowed(who))
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  const title = `${what} — ${who.toLowerCase()}`
  if (byDefault === null || !decides) {
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{texts.dialog.now(has, people)}</p>
        {byDefault === null && <p>{texts.whyFixed(capability, category)}</p>}
        {isChanged(cell) && <p>{texts.byDefault(byDefault === true)}.</p>}
        <div className={form.actions}>
          <Button onClick={onClose}>{texts.dialog.close}</Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        <p>{texts.dialog.now(has, people)}</p>
        {isChanged(cell) && <p>{texts.byDefault(byDefault)}.</p>}
        <p>
          <strong>{has ? texts.dialog.loses(who, people, what) : texts.dialog.gains(who, people, what)}</strong>
        </p>
        <p>
          {others.length > 0 ? texts.dialog.others(others) : texts.dialog.nobodyElse} {texts.dialog.atOnce}
        </p>
        <TextField
          label={texts.dialog.number}
          hint={texts.dialog.numberHint}
          value={orderNumber}
          onChange={(event) => setOrderNumber(event.target.value)}
          maxLength={40}
        />
        <DateField label={texts.dialog.date} value={orderDate} onChange={setOrderDate} />
        <div className={form.actions}>
          <SaveButton kind={has && !isChanged(cell) ? 'danger' : 'primary'} busy={set.running} onCancel={onClose}>
            {isChanged(cell) ? texts.dialog.giveBack : has ? texts.dialog.forbid : texts.dialog.allow}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
