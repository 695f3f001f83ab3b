import { type ReactNode, useState } from 'react'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './Form.module.css'

type Props = {
  title: string
  /** The verb on the button. */
  action: string
  /** Everything needed is filled in. */
  ready: boolean
  /** What is missing where no field can say it. */
  wanted?: string | undefined
  wide?: boolean
  /** Beside the button. */
  tools?: ReactNode
  onSave: () => Promise<void>
  onClose: () => void
  children: ReactNode
}

/** A dialog to be filled in. A refusal is shown in place, and what was typed stays. */
export function FormDialog({ title, action, ready, wanted, wide = false, tools, onSave, onClose, children }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await onSave()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      shape={wide ? 'wide' : 'box'}
      onClose={onClose}
      footer={
        <>
          {tools}
          <SaveButton ready={ready} {...(wanted ? { wanted } : {})} busy={busy} onSave={save} onCancel={onClose}>
            {action}
          </SaveButton>
        </>
      }
    >
      <div className={styles.fields}>{children}</div>
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}
