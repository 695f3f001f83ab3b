import type { Output } from '#domain/operations.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { MarkChip } from '#web/ui/MarkChip.tsx'
import { weightText } from './average.ts'
import styles from './MarkDetails.module.css'
import { texts } from './texts.ru.ts'

type Props = { mark: Output<'diary.marks'>['subjects'][number]['marks'][number]; subject: string; onClose(): void }

/** Everything that is known of a mark. */
export function MarkDetails({ mark, subject, onClose }: Props) {
  const rows = [
    [texts.date, texts.dayLabel(mark.date)],
    [texts.type, mark.type],
    [texts.title, mark.title],
    [texts.weightLabel, weightText(mark.weight)],
    [texts.earnedIn, mark.group ?? ''],
    [texts.dueLabel, mark.dueOn ? texts.dayAndMonth(mark.dueOn) : ''],
  ].filter(([, value]) => value)
  return (
    <Dialog title={subject} shape="sheet" onClose={onClose}>
      <div className={styles.mark}>
        <MarkChip text={mark.text} />
        <dl className={styles.rows}>
          {rows.map(([name, value]) => (
            <div key={name} className={styles.row}>
              <dt className={styles.name}>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {mark.comment && <p className={styles.comment}>{mark.comment}</p>}
    </Dialog>
  )
}
