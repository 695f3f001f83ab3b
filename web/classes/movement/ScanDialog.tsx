import { useState } from 'react'
import { upload } from '#web/platform/client.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import type { Line } from './LineTable.tsx'
import { scan as texts } from './texts.ru.ts'

/** Hangs the scan of the order on a line, or on every line of that order; takes it off. [R092] */
export function ScanDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { studentId: personId, movementId, fileId: expected, orderNumber } = line
  const attach = useCommand('classes.attachOrder')
  const [file, setFile] = useState<{ fileId: string; name: string } | null>(null)
  const [wholeOrder, setWholeOrder] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const put = async (fileId: string | null) => {
    await attach.run({ personId, movementId, fileId, expected, wholeOrder })
    toast(fileId ? texts.saved : texts.removed)
    void refreshClasses()
    onClose()
  }
  const send = async (chosen: File) => {
    setProblem(null)
    setSending(true)
    try {
      setFile(await upload(chosen))
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
    setSending(false)
  }
  const remove = async () => {
    setProblem(null)
    try {
      await put(null)
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <FormDialog
      title={`${texts.name}: ${line.student}`}
      action={texts.save}
      ready={file !== null}
      tools={expected && <Button onClick={() => void remove()}>{texts.remove}</Button>}
      onSave={() => put(file!.fileId)}
      onClose={onClose}
    >
      {expected && !file && <p>{texts.standing}</p>}
      {file ? (
        <p>{texts.chosen(file.name)}</p>
      ) : (
        <FileDrop
          label={texts.file}
          hint={texts.hint}
          accept="application/pdf,image/jpeg,image/png"
          disabled={sending}
          onFile={(chosen) => void send(chosen)}
        />
      )}
      {orderNumber && <CheckboxField label={texts.whole(orderNumber)} checked={wholeOrder} onChange={setWholeOrder} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
    </FormDialog>
  )
}
