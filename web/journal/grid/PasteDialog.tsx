import { entryText } from '#domain/journal/entry.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { cancel } from '#web/ui/texts.ru.ts'
import type { PasteLine, PastePlan } from '../clipboard.ts'
import { useJournal } from '../JournalContext.ts'
import styles from './PasteDialog.module.css'
import { paste } from './texts.ru.ts'

/** What a paste would do, line by line, before it does it: whose marks are whose, and what will be left out. */
export function PasteDialog({ plan, onPaste, onClose }: { plan: PastePlan; onPaste: () => void; onClose: () => void }) {
  const { model } = useJournal()
  const { scale } = model.page.course
  const heads = plan.lines.find((line) => line.cells.some((cell) => cell.columnId))?.cells ?? []
  return (
    <Dialog
      title={paste.title}
      shape="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" disabled={plan.ready === 0} onClick={onPaste}>
            {paste.action(plan.ready)}
          </Button>
        </>
      }
    >
      <p>{plan.wrong > 0 ? paste.partly(plan.ready, plan.wrong) : paste.all(plan.ready)}</p>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{plan.named ? paste.inTable : paste.line}</th>
              <th scope="col">{paste.student}</th>
              {heads.map((cell, i) => (
                <th key={i} scope="col">
                  {paste.head(cell.columnId ? (model.columnById.get(cell.columnId)?.lesson.date ?? null) : null)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line, i) => (
              <tr key={i} data-problem={line.problem ?? undefined}>
                <td>{line.label}</td>
                <td>{line.studentId ? model.rowById.get(line.studentId)?.name : problemText(line)}</td>
                {line.cells.map((cell, j) => (
                  <td key={j} data-wrong={(cell.text !== '' && !cell.entry) || undefined} className={styles.value}>
                    {cell.entry ? entryText(cell.entry, scale) : cell.text}
                    {cell.text !== '' && !cell.entry && <span className="unseen">, {paste.notEntry}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

const problemText = ({ problem }: PasteLine): string => (problem ? paste.problems[problem] : '')
