import { IconCamera } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { upload } from '#web/platform/client.ts'
import { Button } from '#web/ui/Button.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './Consents.module.css'
import { pageSized } from './photo.ts'
import * as texts from './texts.ru.ts'

/** A scan or a photograph of signed blanks, uploaded as soon as it is chosen; on a phone the camera is one press away. */
export function ScanField({
  scan,
  several,
  onScan,
}: {
  scan: { fileId: string; name: string } | null
  /** The papers of several students are in it. */
  several: boolean
  onScan: (scan: { fileId: string; name: string } | null) => void
}) {
  const camera = useId()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const attach = async (file: File) => {
    setProblem(null)
    setSending(true)
    try {
      onScan(await upload(await pageSized(file)))
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
    setSending(false)
  }
  if (scan)
    return (
      <p>
        {texts.recording.scanned(scan.name)}{' '}
        <Button size="s" kind="quiet" onClick={() => onScan(null)}>
          {texts.recording.removeScan}
        </Button>
      </p>
    )
  return (
    <div className={styles.scan}>
      <FileDrop
        label={texts.recording.scan}
        accept="application/pdf,image/jpeg,image/png"
        disabled={sending}
        hint={several ? texts.recording.scanOfSeveral : undefined}
        onFile={(file) => void attach(file)}
      />
      <label htmlFor={camera} className={styles.camera}>
        <IconCamera size={18} aria-hidden />
        {texts.recording.photograph}
        <input
          id={camera}
          type="file"
          accept="image/jpeg"
          capture="environment"
          className="unseen"
          disabled={sending}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void attach(file)
          }}
        />
      </label>
      {sending && <Spinner />}
      {problem && <Notice kind="bad">{problem}</Notice>}
    </div>
  )
}
