import { useState } from 'react'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useMe } from '#web/platform/session.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './ActsScreen.module.css'
import type { Act } from './ActsScreen.tsx'
import * as texts from './texts.ru.ts'

type Draft = Omit<Input<'school.addAct'>, 'actId' | 'replaces'>

/** A new local act, or a new version of one. */
export function ActDialog({ former, onSaved, onClose }: { former: Act | null; onSaved: () => void; onClose: () => void }) {
  const { today } = useMe()
  const add = useCommand('school.addAct')
  const [actId] = useState(newOperationId)
  const [problem, setProblem] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft>({
    kind: former?.kind ?? 'regulation',
    title: former?.title ?? '',
    number: '',
    datedOn: null,
    from: today,
    to: null,
    body: former?.body ?? '',
    forStaff: former?.forStaff ?? true,
    forFamilies: former?.forFamilies ?? false,
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    setProblem(null)
    try {
      await add.run({ ...draft, actId, ...(former ? { replaces: former.actId } : {}) })
      toast(texts.acts.saved)
      onSaved()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={former ? texts.acts.replace : texts.acts.add}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={draft.title.trim() !== ''} busy={add.running} onSave={save} onCancel={onClose}>
          {former ? texts.acts.replace : texts.acts.add}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        <SelectField
          label={texts.acts.kind}
          value={draft.kind}
          options={Object.entries(texts.acts.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(kind) => change({ kind: kind as Draft['kind'] })}
        />
        <TextField
          label={texts.acts.name}
          value={draft.title}
          required
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className={styles.pair}>
          <TextField
            label={texts.acts.number}
            value={draft.number}
            onChange={(event) => change({ number: event.target.value })}
          />
          <DateField
            label={texts.acts.datedOn}
            value={draft.datedOn ?? ''}
            onChange={(day) => change({ datedOn: (day || null) as PlainDate | null })}
          />
        </div>
        <div className={styles.pair}>
          <DateField
            label={texts.acts.from}
            value={draft.from}
            required
            onChange={(day) => day && change({ from: day as PlainDate })}
          />
          <DateField
            label={texts.acts.to}
            hint={texts.acts.toHint}
            value={draft.to ?? ''}
            onChange={(day) => change({ to: (day || null) as PlainDate | null })}
          />
        </div>
        <CheckboxField label={texts.acts.forStaff} checked={draft.forStaff} onChange={(forStaff) => change({ forStaff })} />
        <CheckboxField
          label={texts.acts.forFamilies}
          checked={draft.forFamilies}
          onChange={(forFamilies) => change({ forFamilies })}
        />
        <label className={styles.label}>
          {texts.acts.body}
          <textarea className={styles.area} value={draft.body} onChange={(event) => change({ body: event.target.value })} />
        </label>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
