import { className } from '#domain/classes/rules.ts'
import { Button } from '#web/ui/Button.tsx'
import styles from './Promotion.module.css'
import type { Choice, Exception, OldClass, Plan } from './plan.ts'
import * as texts from './texts.ru.ts'

type Props = {
  plan: Plan
  choices: Record<string, Choice>
  exceptions: readonly Exception[]
  onChange: (choices: Record<string, Choice>) => void
  onExceptions: (ofClass: OldClass) => void
}

/** The classes of the year that ends, each beside what it becomes. */
export function PromotionTable({ plan, choices, exceptions, onChange, onExceptions }: Props) {
  const { columns } = texts
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.class}</th>
            <th scope="col">{columns.next}</th>
            <th scope="col">{columns.students}</th>
            <th scope="col">{columns.exceptions}</th>
          </tr>
        </thead>
        <tbody>
          {plan.classes.map((one) => {
            const { classId, name, grade, next, students } = one
            const choice = choices[classId]!
            const left = students.filter(({ moved }) => !moved)
            const own = exceptions.filter(({ studentId }) => students.some((student) => student.studentId === studentId)).length
            const set = (part: Partial<Choice>) => onChange({ ...choices, [classId]: { ...choice, ...part } })
            return (
              <tr key={classId}>
                <th scope="row">
                  <label className={styles.tick}>
                    <input
                      type="checkbox"
                      aria-label={texts.include(name)}
                      checked={choice.included}
                      disabled={left.length === 0}
                      onChange={(event) => set({ included: event.target.checked })}
                    />
                    {name}
                  </label>
                </th>
                <td>
                  {next === null ? (
                    texts.finishes
                  ) : next.classId ? (
                    <>
                      {next.name} <span className={styles.quiet}>{texts.exists}</span>
                    </>
                  ) : (
                    <span className={styles.next}>
                      {grade + 1}
                      <input
                        className={styles.letter}
                        aria-label={texts.letter(name)}
                        value={choice.letter}
                        maxLength={10}
                        onChange={(event) => set({ letter: event.target.value })}
                      />
                      {choice.letter.trim().length > 2 && (
                        <span className={styles.quiet}>{className(grade + 1, choice.letter)}</span>
                      )}
                    </span>
                  )}
                </td>
                <td>{texts.left(left.length, students.length)}</td>
                <td>
                  {left.length > 0 && (
                    <Button size="s" kind="quiet" onClick={() => onExceptions(one)}>
                      {texts.exceptions(own)}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
