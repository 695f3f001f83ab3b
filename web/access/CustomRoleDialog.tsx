import { type FormEvent, useState } from 'react'
import { type Right, rights } from '#domain/access/actor.ts'
import { useCommand } from '#web/platform/commands.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import type { CustomRole } from './CustomRoles.tsx'
import * as texts from './roles.texts.ru.ts'
import form from './SignInForm.module.css'

/** Name and rights of a role of the school's own; a new one may begin with a template. */
export function CustomRoleDialog({ role, onClose }: { role: CustomRole | null; onClose: () => void }) {
  const add = useCommand('access.addCustomRole')
  const change = useCommand('access.changeCustomRole')
  const [name, setName] = useState(role?.name ?? '')
  const [held, setHeld] = useState<readonly Right[]>(role?.rights ?? [])
  const [archived, setArchived] = useState(role?.archived ?? false)
  const [template, setTemplate] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const begin = (chosen: string) => {
    setTemplate(chosen)
    const found = texts.templates.find((one) => one.name === chosen)
    if (!found) return
    setName(found.name)
    setHeld(found.rights)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      if (role === null) await add.run({ name, rights: [...held] })
      else {
        const expected = { name: role.name, rights: role.rights, archived: role.archived }
        await change.run({ roleId: role.roleId, role: { name, rights: [...held], archived }, expected })
      }
      toast(texts.own.done)
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <Dialog title={role ? texts.own.changeTitle : texts.own.newTitle} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        {role === null && (
          <SelectField
            label={texts.own.template}
            value={template}
            options={[
              { value: '', label: texts.own.noTemplate },
              ...texts.templates.map((one) => ({ value: one.name, label: one.name })),
            ]}
            onChange={begin}
          />
        )}
        <TextField
          label={texts.own.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={60}
        />
        <fieldset className={form.form}>
          <legend>{texts.own.rights}</legend>
          {rights.map((right) => (
            <CheckboxField
              key={right}
              label={texts.rightNames[right]}
              checked={held.includes(right)}
              onChange={(on) => setHeld(on ? [...held, right] : held.filter((one) => one !== right))}
            />
          ))}
        </fieldset>
        {role && (
          <CheckboxField label={texts.own.archive} hint={texts.own.archiveHint} checked={archived} onChange={setArchived} />
        )}
        <div className={form.actions}>
          <SaveButton kind="primary" busy={add.running || change.running} onCancel={onClose}>
            {texts.own.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
