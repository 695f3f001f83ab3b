import { useState } from 'react'
import type { Term } from '#domain/calendar/rules.ts'
import type { Output } from '#domain/operations.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { cancel, sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './forms.module.css'
import * as texts from './texts.ru.ts'

type Moves = Output<'calendar.previewTerms'>['moves']

/** What new dates move: which lessons with which marks go from period to period, by groups. */
export function MovesDialog({
  moves,
  terms,
  onConfirm,
  onClose,
}: {
  moves: Moves
  /** Those that stand, and those that would. */
  terms: readonly Term[]
  onConfirm: () => Promise<void>
  onClose: () => void
}) {
  const { moves: words } = texts.termsStep
  const termOf = (termId: string | null) => terms.findLast((one) => one.termId === termId)
  const pairs = [...Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).entries()]
  const sum = (key: 'lessons' | 'marks') => moves.reduce((total, move) => total + move[key], 0)
  const lost = moves.filter(({ to }) => to === null).reduce((total, { filled }) => total + filled, 0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={words.title}
      shape="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" busy={busy} disabled={lost > 0} onClick={confirm} data-autofocus>
            {words.action}
          </Button>
        </>
      }
    >
      <div className={styles.column}>
        <p>
          <strong>{words.total(sum('lessons'), sum('marks'))}.</strong> {words.about}
        </p>
        {lost > 0 && <Notice kind="bad">{words.lost(lost)}</Notice>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, by the keyboard too */}
        <section className={styles.scroll} aria-label={words.title} tabIndex={0}>
          <table className={styles.moves}>
            <thead>
              <tr>
                <th scope="col">{words.group}</th>
                <th scope="col" data-number>
                  {words.lessons}
                </th>
                <th scope="col" data-number>
                  {words.marks}
                </th>
                <th scope="col" data-number>
                  {words.homework}
                </th>
              </tr>
            </thead>
            {pairs.map(([key, own]) => (
              <tbody key={key}>
                <tr>
                  <th scope="rowgroup" colSpan={4} className={styles.heading}>
                    {words.pair(termOf(own[0]!.from), termOf(own[0]!.to))}
                  </th>
                </tr>
                {own.map(({ groupId, group, lessons, marks, homework }) => (
                  <tr key={groupId}>
                    <th scope="row">{group}</th>
                    <td data-number>{lessons}</td>
                    <td data-number>{marks || words.nothing}</td>
                    <td data-number>{homework || words.nothing}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </section>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
