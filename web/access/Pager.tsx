import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { type AccountSearch, addressOf, PAGE } from './accountSearch.ts'
import styles from './Pager.module.css'
import * as texts from './texts.ru.ts'

/** Fifty people at a time. */
export function Pager({ search, total }: { search: AccountSearch; total: number }) {
  const { offset } = search
  if (total <= PAGE) return null
  return (
    <nav aria-label={texts.accounts.pages} className={styles.pager}>
      <span className={styles.range}>{texts.accounts.range(offset + 1, Math.min(offset + PAGE, total), total)}</span>
      {offset > 0 && (
        <ButtonLink href={addressOf({ ...search, offset: Math.max(0, offset - PAGE) })}>{texts.accounts.earlier}</ButtonLink>
      )}
      {offset + PAGE < total && (
        <ButtonLink href={addressOf({ ...search, offset: offset + PAGE })}>{texts.accounts.later}</ButtonLink>
      )}
    </nav>
  )
}
