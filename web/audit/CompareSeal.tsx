import { type FormEvent, useState } from 'react'
import type { Input } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './Log.module.css'
import { compare as texts } from './texts.ru.ts'

const MOST = 2_147_483_647

/** The seal of an extract on paper against the log: number and root are typed as they are printed. */
export function CompareSeal() {
  const { school } = useMe()
  const [seal, setSeal] = useState<number | null>(null)
  const [root, setRoot] = useState('')
  const [asked, setAsked] = useState<Input<'audit.compare'> | null>(null)
  const { data, error, loading, refreshing, refetch } = useQuery('audit.compare', asked ?? { seal: 0, root: '' }, {
    enabled: asked !== null,
  })
  const compare = (event: FormEvent) => {
    event.preventDefault()
    if (seal === null || root.trim() === '') return
    if (asked?.seal === seal && asked.root === root.trim()) refetch()
    setAsked({ seal, root: root.trim() })
  }
  // What is being typed anew is not yet compared.
  const said = asked && asked.seal === seal && asked.root === root.trim()
  return (
    <details className={styles.compare}>
      <summary>{texts.title}</summary>
      <p className={styles.soft}>{texts.about}</p>
      <form className={styles.comparing} onSubmit={compare}>
        <NumberField label={texts.seal} value={seal} max={MOST} onChange={setSeal} />
        <TextField
          label={texts.root}
          hint={texts.rootHint}
          value={root}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setRoot(event.target.value)}
        />
        <Button type="submit" busy={loading || refreshing} disabled={seal === null || root.trim() === ''}>
          {texts.compare}
        </Button>
      </form>
      <div role="status">
        {said && error && <Notice kind="bad">{sentenceOf(error)}</Notice>}
        {said && data && (
          <Notice kind={data.outcome === 'matches' ? 'good' : 'note'}>
            {texts.outcomes[data.outcome](asked.seal, data.seal ? moment(data.seal.at, school.timeZone) : '')}
          </Notice>
        )}
      </div>
    </details>
  )
}
