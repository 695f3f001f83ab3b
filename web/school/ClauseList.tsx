import { type Clause, clauseText } from '#domain/school/sources.texts.ru.ts'
import styles from './PoliciesScreen.module.css'
import * as texts from './texts.ru.ts'

/** Where a rule comes from, a document a line. */
export function ClauseList({ clauses }: { clauses: readonly Clause[] }) {
  if (clauses.length === 0) return null
  return (
    <ul className={styles.clauses} aria-label={texts.policies.clause}>
      {clauses.map((clause) => (
        <li key={clause.source} className={styles.clause}>
          {clauseText(clause)}
        </li>
      ))}
    </ul>
  )
}
