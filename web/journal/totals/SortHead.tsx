import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import styles from './SortHead.module.css'

type Props = {
  label: string
  /** The whole name, when the label is an abbreviation. */
  name: string
  order: 'forwards' | 'backwards' | null
  onSort: () => void
}

/** The head of a column that sorts the table; a second press turns the order. */
export function SortHead({ label, name, order, onSort }: Props) {
  return (
    <th scope="col" aria-sort={order === null ? undefined : order === 'forwards' ? 'descending' : 'ascending'}>
      <button type="button" className={styles.sort} data-tip={name === label ? undefined : name} onClick={onSort}>
        {label}
        {name !== label && <span className="unseen">, {name}</span>}
        {order &&
          (order === 'forwards' ? <IconArrowNarrowDown size={14} aria-hidden /> : <IconArrowNarrowUp size={14} aria-hidden />)}
      </button>
    </th>
  )
}
