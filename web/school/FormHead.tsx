import type { Card } from '#domain/school/rules.ts'
import styles from './FormHead.module.css'
import * as texts from './texts.ru.ts'

/** The head of a printed form, as the fields make it. */
export function FormHead({ card }: { card: Card }) {
  const contacts = [card.address, card.phone, card.email, card.site].filter(Boolean).join(' · ')
  const numbers = [card.inn && `${texts.card.inn} ${card.inn}`, card.ogrn && `${texts.card.ogrn} ${card.ogrn}`].filter(Boolean)
  return (
    <aside className={styles.preview} aria-label={texts.card.preview}>
      <p className={styles.previewTitle}>{texts.card.preview}</p>
      <div className={styles.paper}>
        <p className={styles.paperName}>{card.fullName || card.name}</p>
        {contacts && <p>{contacts}</p>}
        {numbers.length > 0 && <p>{numbers.join('  ')}</p>}
        <p className={styles.sign}>
          <span>{card.headPosition}</span>
          <span className={styles.line} />
          <span>{card.headName}</span>
        </p>
        <p className={styles.stamp}>{texts.card.stamp}</p>
      </div>
    </aside>
  )
}
