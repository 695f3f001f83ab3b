import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { fields } from '#domain/exchange/fields.ts'
import { type Kind, LARGEST_SHEET } from '#domain/exchange/kinds.ts'
import { refusals } from '#domain/texts.ts'
import { call, uploadList } from '#web/platform/client.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { bytesOf, download } from './download.ts'
import styles from './ListScreen.module.css'
import { labelOf } from './report.ts'
import * as texts from './texts.ru.ts'

/** Takes a file, sends it to be read; what is wrong with it is said here. */
export function FileStep({ kind, onRead }: { kind: Kind; onRead: (uploadId: string) => void }) {
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (file: File) => {
    setProblem(file.size > LARGEST_SHEET ? refusals['files.tooLarge']() : null)
    if (file.size > LARGEST_SHEET) return
    setReading(true)
    try {
      onRead((await uploadList(file)).uploadId)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
    setReading(false)
  }
  const template = async () => {
    try {
      const made = await call('exchange.template', { kind, format: 'xlsx' })
      download(made.name, made.mediaType, bytesOf(made.content))
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <FileDrop
        label={texts.guide.drop}
        hint={texts.guide.dropHint}
        accept=".xlsx,.ods,.csv,.txt,.tsv,.json"
        onFile={(file) => void take(file)}
        disabled={reading}
      />
      {reading && (
        <p className={styles.reading} role="status">
          <Spinner /> {texts.guide.reading}
        </p>
      )}
      <div className={styles.template}>
        <span>{texts.guide.templateText}</span>
        <Button icon={<IconFileSpreadsheet size={18} stroke={1.6} aria-hidden />} onClick={() => void template()}>
          {texts.hub.template.xlsx}
        </Button>
      </div>
      <Card title={texts.guide.expected} padded>
        <ul className={styles.fields}>
          {fields[kind].map(({ key, label, need, hint }) => (
            <li key={key}>
              <b>{label}</b>
              {need !== undefined && (need === true || need === key) && (
                <span className={styles.need}>{texts.guide.required}</span>
              )}
              {typeof need === 'string' && need !== key && (
                <span className={styles.hint}>{texts.guide.instead(labelOf(kind, need))}</span>
              )}
              {hint && <span className={styles.hint}>{hint}</span>}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
