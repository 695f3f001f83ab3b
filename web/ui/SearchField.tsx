import { IconSearch, IconX } from '@tabler/icons-react'
import { IconButton } from './IconButton.tsx'
import styles from './SearchField.module.css'
import * as texts from './texts.ru.ts'

/** A search that works as one types. Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
}) {
  return (
    <search className={styles.search}>
      <IconSearch size={17} stroke={1.8} className={styles.icon} aria-hidden />
      <input
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.preventDefault()
            onChange('')
          }
        }}
      />
      {value && (
        <IconButton
          label={texts.clear}
          icon={<IconX size={16} />}
          size="s"
          className={styles.clear}
          onClick={() => onChange('')}
        />
      )}
    </search>
  )
}
