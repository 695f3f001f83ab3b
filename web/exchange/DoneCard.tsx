import { useState } from 'react'
import { type Kind, kinds, SIX } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './ListScreen.module.css'
import * as texts from './texts.ru.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** What was written, the way back, and the next of the six lists. */
export function DoneCard({ kind, done, onAgain }: { kind: Kind; done: Output<'exchange.import'>; onAgain: () => void }) {
  const [undoing, setUndoing] = useState(false)
  const [at] = useState(() => new Date().toISOString())
  const next = kinds[kinds.indexOf(kind) + 1]
  const { counts, importId } = done
  return (
    <Card title={texts.done.title} padded>
      <div className={styles.done}>
        <Notice kind="good">{texts.done.text(counts.create, counts.change, counts.error)}</Notice>
        <div className={styles.foot}>
          {next && kinds.indexOf(next) < SIX && (
            <ButtonLink kind="primary" href={`/school/import/${next}`}>
              {texts.done.next(kindNames[next])}
            </ButtonLink>
          )}
          <Button onClick={onAgain}>{texts.guide.another}</Button>
          <Button kind="quiet" onClick={() => setUndoing(true)}>
            {texts.done.undo}
          </Button>
        </div>
      </div>
      {undoing && <UndoDialog run={{ importId, kind, at }} onUndone={onAgain} onClose={() => setUndoing(false)} />}
    </Card>
  )
}
