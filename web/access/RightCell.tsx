import { IconCheck, IconLock } from '@tabler/icons-react'
import styles from './RightsTable.module.css'
import * as texts from './rights.texts.ru.ts'
import { isChanged, type RightCellFacts } from './rightsRows.ts'

export type Place = { place: string; current: boolean; onFocus: () => void }

/** One cell: what it is, whether it can be changed, and why not. Pressed, it tells more. */
export function RightCell({
  cell,
  decides,
  place,
  current,
  onFocus,
  onOpen,
}: Place & { cell: RightCellFacts; decides: boolean; onOpen: () => void }) {
  const { capability, category, has, byDefault } = cell
  const changed = isChanged(cell)
  const fixed = byDefault === null
  const more = changed ? texts.usual(byDefault === true) : fixed ? texts.locked : ''
  const tip = fixed ? texts.whyFixed(capability, category) : changed ? texts.byDefault(byDefault) : undefined
  return (
    <td data-has={has || undefined} data-changed={changed || undefined} data-never={(fixed && !has) || undefined}>
      <button
        type="button"
        className={styles.cell}
        data-place={place}
        data-tip={tip}
        tabIndex={current ? 0 : -1}
        aria-haspopup="dialog"
        onFocus={onFocus}
        onClick={onOpen}
      >
        <span className="unseen">{texts.capabilityTexts[capability]},</span>{' '}
        <span className={styles.name}>{texts.categoryTexts[category]}</span>
        <span className="unseen">: {has ? texts.has : texts.hasNot}</span>
        <span className={styles.mark} aria-hidden>
          {has ? <IconCheck size={18} stroke={2.2} /> : <span className={styles.none}>—</span>}
          {fixed && decides && <IconLock size={11} stroke={1.8} className={styles.lock} />}
        </span>
        {changed && <span className={styles.note}>{texts.changed}</span>}
        {more && <span className="unseen">, {more}</span>}
      </button>
    </td>
  )
}
