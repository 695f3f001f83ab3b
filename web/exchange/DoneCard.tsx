import { useState } from 'react'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { Output } from '#domain/operations.ts'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './ListScreen.module.css'
import { NextList, nextList } from './NextList.tsx'
import * as texts from './texts.ru.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** What was written, the way back, and the next of the six lists. */
export function DoneCard({ kind, done, onAgain }: { kind: Kind; done: Output<'exchange.import'>; onAgain: () => void }) {
  const [undoing, setUndoing] = useState(false)
  const [at] = useState(() => new Date().toISOString())
  const { counts, importId } = done
  return (
    <Card title={texts.done.title} padded>
      <div className={styles.done}>
        <Notice kind="good">{texts.done.text(counts.create, counts.change, counts.error)}</Notice>
        <div className={styles.foot}>
          <NextList kind={kind} />
          <Button onClick={onAgain}>{texts.guide.another}</Button>
          <Button kind="quiet" onClick={() => setUndoing(true)}>
            {texts.done.undo}
          </Button>
        </div>
        {!nextList(kind) && <NextStep />}
      </div>
      {undoing && <UndoDialog run={{ importId, kind, at }} onUndone={onAgain} onClose={() => setUndoing(false)} />}
    </Card>
  )
}
