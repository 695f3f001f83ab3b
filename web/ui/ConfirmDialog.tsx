import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'
import { SaveButton } from './SaveButton.tsx'
import * as texts from './texts.ru.ts'

type Props = {
  title: string
  children: ReactNode
  /** The verb on the button: what will be done, never «OK». */
  action: string
  danger?: boolean
  /** What is filled in cannot be done yet: a press says what is missing. */
  disabled?: boolean
  onConfirm: () => Promise<void> | void
  onClose: () => void
}

/** Asks before something that is hard to take back. A refusal is shown in place, the dialog stays. */
export function ConfirmDialog({ title, children, action, danger = false, disabled = false, onConfirm, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
    } catch (error) {
      setProblem(texts.sentenceOf(error as Error))
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-autofocus={danger || undefined}>
            {texts.cancel}
          </Button>
          <SaveButton kind={danger ? 'danger' : 'primary'} ready={!disabled} busy={busy} onSave={confirm}>
            {action}
          </SaveButton>
        </>
      }
    >
      {children}
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}
