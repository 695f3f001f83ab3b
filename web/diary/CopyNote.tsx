import styles from './CopyNote.module.css'
import { texts } from './texts.ru.ts'

/** Of what moment the page is, when the server cannot be reached: an old mark must not pass for a new one. */
export function CopyNote({ keptAt }: { keptAt: string | null }) {
  if (keptAt === null) return null
  return <p className={styles.note}>{texts.copyOf(keptAt)}</p>
}
