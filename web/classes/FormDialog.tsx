import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './Form.module.css'

type Props = {
  title: string
  /** The verb on the button. */
  action: string
  /** Everything needed is filled in. */
  ready: boolean
  wide?: boolean
  /** Beside the button. */
  tools?: ReactNode
  onSave: () => Promise<void>
  onClose: () => void
  children: ReactNode
}

/** A dialog to be filled in. A refusal is shown in place, and what was typed stays. */
export function FormDialog({ title, action, ready, wide = false, tools, onSave, onClose, children }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const said = useRef<HTMLDivElement>(null)
  // A long form hides its end: what was refused must be seen.
  useEffect(() => {
    if (problem) said.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
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
          <Button kind="primary" busy={busy} disabled={!ready} onClick={save}>
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>{children}</div>
      <div ref={said}>{problem && <Notice kind="bad">{problem}</Notice>}</div>
    </Dialog>
  )
}
