import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { fullDate, numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './PaperlessScreen.module.css'
import * as texts from './texts.ru.ts'

type Board = Output<'readiness.board'>
type Condition = { text: string; hint?: string; met: boolean | null }

/** What must hold before paper is given up, printable for the head’s signature, and the decision itself. */
export default function PaperlessScreen() {
  const { data, error, refetch } = useQuery('readiness.board', {})
  return (
    <Page
      title={texts.paper.title}
      subtitle={texts.paper.intro}
      width="narrow"
      actions={
        <Button icon={<IconPrinter size={17} aria-hidden />} onClick={() => window.print()}>
          {texts.board.print}
        </Button>
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <>
          <Card title={texts.paper.conditions}>
            <ul>
              {conditionsOf(data).map(({ text, hint, met }) => (
                <li key={text} className={styles.condition}>
                  <span className={styles.box} data-met={met ?? undefined} aria-hidden>
                    {met ? '✓' : ''}
                  </span>
                  <span>
                    {text}
                    {hint && <span className={styles.hint}>{hint}</span>}
                  </span>
                  <span className={styles.state} data-met={met ?? undefined}>
                    {met === null ? texts.paper.byHand : met ? texts.paper.yes : texts.paper.no}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Decision since={data.paperlessSince} onSaved={refetch} />
          <div className={styles.signatures}>
            <span>{texts.paper.sign} ____________________</span>
            <span>{texts.paper.head} ____________________</span>
          </div>
        </>
      )}
    </Page>
  )
}

const conditionsOf = ({ regulation, order, acknowledged, lessons }: Board): Condition[] => [
  { text: texts.paper.regulation, met: regulation },
  { text: texts.paper.order, met: order },
  {
    text: texts.paper.acknowledged(acknowledged.done, acknowledged.total),
    met: acknowledged.total > 0 && acknowledged.done === acknowledged.total,
  },
  {
    text: lessons.held === 0 ? texts.paper.noLessons : texts.paper.full(lessons.filled, lessons.held),
    met: lessons.held > 0 && lessons.filled === lessons.held,
  },
  { text: texts.paper.history, hint: texts.paper.historyText, met: true },
  { text: texts.paper.copies, hint: texts.paper.copiesText, met: null },
  { text: texts.paper.responsible, hint: texts.paper.responsibleText, met: null },
]

function Decision({ since, onSaved }: { since: PlainDate | null; onSaved: () => void }) {
  const { today } = useMe()
  const may = useCan()('readiness.declarePaperless', { kind: 'school' })
  const declare = useCommand('readiness.declarePaperless')
  const [asking, setAsking] = useState(false)
  const [day, setDay] = useState<string>(since ?? today)
  const confirm = async () => {
    await declare.run({ since: day as PlainDate })
    toast(texts.paper.saved)
    onSaved()
    setAsking(false)
  }
  const takeBack = async () => {
    await declare.run({ since: null })
    toast(texts.paper.removed, since && { label: texts.paper.declare, run: () => void declare.run({ since }).then(onSaved) })
    onSaved()
  }
  return (
    <Card title={texts.paper.since} note={since ? numericDate(since) : undefined} padded>
      <div className={styles.decision}>
        <p>{since ? texts.paper.declared(fullDate(since)) : texts.paper.notDeclared}</p>
        {may && (
          <div className={styles.actions}>
            <Button kind={since ? 'plain' : 'primary'} onClick={() => setAsking(true)}>
              {texts.paper.declare}
            </Button>
            {since && (
              <Button kind="quiet" busy={declare.running} onClick={takeBack}>
                {texts.paper.takeBack}
              </Button>
            )}
          </div>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={texts.paper.title}
          action={texts.paper.declare}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{texts.paper.declareText}</p>
          <DateField label={texts.paper.since} value={day} required onChange={setDay} />
        </ConfirmDialog>
      )}
    </Card>
  )
}
