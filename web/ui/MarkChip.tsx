import styles from './MarkChip.module.css'
import { tintOf } from './markTint.ts'
import * as texts from './texts.ru.ts'

type Props = {
  /** As it is written: «5», «5/4», «зч», «н». */
  text: string
  /** Tenths; 10 is the usual weight and is not shown. */
  weight?: number
  /** What it is for: shown on hover and focus, read aloud after the mark. */
  title?: string
  size?: 's' | 'm'
}

/** A mark on its tint. The weight is text beside it, never only a look. */
export function MarkChip({ text, weight = 10, title, size = 'm' }: Props) {
  return (
    <span className={[styles.chip, styles[size], tintOf(text)].join(' ')} data-tip={title}>
      {text}
      {weight !== 10 && (
        <small className={styles.weight}>
          <span aria-hidden="true">{texts.times(weight)}</span>
          <span className="unseen">, {texts.weight(weight)}</span>
        </small>
      )}
      {title && <span className="unseen">, {title}</span>}
    </span>
  )
}
