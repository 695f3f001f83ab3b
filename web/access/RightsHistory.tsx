import { moment, numericDate } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import styles from './RightsTable.module.css'
import * as texts from './rights.texts.ru.ts'
import type { Rights } from './rightsRows.ts'

/** Who decided what, when and by which order; the newest first. */
export function RightsHistory({ history }: { history: Rights['history'] }) {
  const { school } = useMe()
  return (
    <details className={styles.history} open={history.length > 0 && history.length <= 5}>
      <summary>{texts.history.title}</summary>
      {history.length === 0 ? (
        <p>{texts.history.empty}</p>
      ) : (
        <ul>
          {history.map(({ at, by, capability, category, allowed, orderNumber, orderDate }) => (
            <li key={`${at} ${capability} ${category}`}>
              {texts.history.line(texts.categoryTexts[category], allowed, texts.capabilityTexts[capability])}
              <span className={styles.detail}>
                {[
                  moment(at, school.timeZone),
                  by,
                  (orderNumber || orderDate) && texts.history.order(orderNumber, orderDate ? numericDate(orderDate) : ''),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
