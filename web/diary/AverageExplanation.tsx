import { averageTerms, type Weighed } from '#domain/marks/rules.ts'
import styles from './AverageExplanation.module.css'
import { averageFormula, weightText } from './average.ts'
import { texts } from './texts.ru.ts'

/** The average as a sum for a pencil, and what each part of it stands for. */
export function AverageExplanation({ marks }: { marks: readonly Weighed[] }) {
  return (
    <div className={styles.explanation}>
      <p className={styles.formula}>{averageFormula(marks)}</p>
      <ul className={styles.terms}>
        {averageTerms(marks).map(({ value, weight, times }) => (
          <li key={`${value} ${weight}`}>{texts.formulaTerm(value, weightText(weight), times)}</li>
        ))}
      </ul>
      <p className={styles.rule}>{texts.formulaRule}</p>
    </div>
  )
}
