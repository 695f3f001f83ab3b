import type { Output } from '#domain/operations.ts'
import { MarkChip } from '#web/ui/MarkChip.tsx'
import { weightShown } from './average.ts'
import { dayAndMonthShort } from './dayAndMonthShort.ts'
import styles from './MarkButton.module.css'
import { texts } from './texts.ru.ts'

type Props = { mark: Output<'diary.marks'>['subjects'][number]['marks'][number]; fresh: boolean; onOpen(): void }

/** A mark with its date; a press tells the rest. */
export function MarkButton({ mark, fresh, onOpen }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      data-fresh={fresh || undefined}
      aria-haspopup="dialog"
      data-tip={mark.type}
      onClick={onOpen}
    >
      <MarkChip text={mark.text} weight={weightShown(mark)} />
      <span className="unseen">
        , {texts.dayAndMonth(mark.date)}, {mark.type}
      </span>
      <span className={styles.date} aria-hidden="true">
        {dayAndMonthShort(mark.date)}
      </span>
    </button>
  )
}
