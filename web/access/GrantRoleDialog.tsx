import { type FormEvent, useId, useState } from 'react'
import { roleNames } from '#domain/access/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './IssueScreen.module.css'
import * as texts from './roles.texts.ru.ts'
import form from './SignInForm.module.css'

const known = ['head', 'deputyHead', 'administrator'] as const
const about = (person: { name: string; position: string }) =>
  person.position ? `${person.name}, ${person.position}` : person.name

/** Gives a member of staff a role, by an order. */
export function GrantRoleDialog({ roles, onClose }: { roles: Output<'access.roles'>; onClose: () => void }) {
  const { today } = useMe()
  const grant = useCommand('access.grantRole')
  const list = useId()
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState<string>('deputyHead')
  const [days, setDays] = useState({ from: today as string, to: '' })
  const [order, setOrder] = useState({ number: '', date: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const person = roles.people.find((one) => about(one) === typed.trim() || one.name === typed.trim())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    if (!person) return setProblem(texts.grant.personWrong)
    const own = !known.includes(role as (typeof known)[number])
    try {
      await grant.run({
        personId: person.personId,
        role: own ? 'custom' : (role as (typeof known)[number]),
        customRoleId: own ? role : null,
        from: days.from,
        to: days.to || null,
        orderNumber: order.number,
        orderDate: order.date || null,
      })
      toast(texts.grant.done(person.name))
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <Dialog title={texts.grant.title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        <TextField
          label={texts.grant.person}
          hint={person && !person.account ? texts.grant.noAccount : texts.grant.personHint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          list={list}
          autoComplete="off"
          autoFocus
          required
        />
        <datalist id={list}>
          {roles.people.map((one) => (
            <option key={one.personId} value={about(one)} />
          ))}
        </datalist>
        <SelectField
          label={texts.grant.role}
          value={role}
          options={[
            ...known.map((value) => ({ value, label: roleNames[value] })),
            ...roles.customRoles.filter(({ archived }) => !archived).map(({ roleId, name }) => ({ value: roleId, label: name })),
          ]}
          onChange={setRole}
        />
        <div className={styles.pair}>
          <DateField label={texts.grant.from} value={days.from} onChange={(from) => setDays({ ...days, from })} required />
          <DateField
            label={texts.grant.to}
            value={days.to}
            min={days.from}
            hint={texts.grant.toHint}
            onChange={(to) => setDays({ ...days, to })}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={texts.grant.number}
            value={order.number}
            onChange={(event) => setOrder({ ...order, number: event.target.value })}
            maxLength={40}
          />
          <DateField label={texts.grant.date} value={order.date} onChange={(date) => setOrder({ ...order, date })} />
        </div>
        <div className={form.actions}>
          <SaveButton kind="primary" busy={grant.running} onCancel={onClose}>
            {texts.grant.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
