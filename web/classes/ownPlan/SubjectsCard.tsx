import { useState } from 'react'
import { Link } from 'wouter'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { refreshClasses } from '../refresh.ts'
import styles from './OwnPlan.module.css'
import type { OwnPlan } from './OwnPlanScreen.tsx'
import * as texts from './texts.ru.ts'

type Subject = OwnPlan['subjects'][number]
const words = texts.subjects

type Props = { data: OwnPlan; keeps: boolean; from: string; onFrom: (from: string) => void; onSaved: () => void }

/** Every subject of the class and of the plan with its hours; ticked are those that are learned by the plan, from a day on. */
export function SubjectsCard({ data, keeps: may, from, onFrom, onSaved }: Props) {
  const { plan, year, on } = data
  // Who is not in the list of the class has no subject with it: there is nothing to choose.
  const { alone } = plan
  const keeps = may && !alone
  const subjects = alone ? data.subjects.filter((one) => one.ownHalfHours > 0 || one.courseId !== null) : data.subjects
  const set = useCommand('classes.setOwnSubjects')
  const standing = subjects.filter(({ since }) => since !== null).map(({ subjectId }) => subjectId)
  const [touched, setChosen] = useState<readonly string[] | null>(null)
  const chosen = touched ?? standing
  const [problem, setProblem] = useState<string | null>(null)
  const changed = `${chosen.toSorted()}` !== `${standing.toSorted()}`
  const planned = subjects.filter(({ ownHalfHours }) => ownHalfHours > 0).map(({ subjectId }) => subjectId)
  const asPlan = `${chosen.toSorted()}` === `${planned.toSorted()}`
  const tick = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const save = async () => {
    setProblem(null)
    const day = (from || on) as PlainDate
    try {
      await set.run({ groupId: plan.groupId, subjectIds: [...chosen], expected: standing, from: day })
      toast(words.saved(day))
      setChosen(null)
      void refreshClasses()
      onSaved()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  const sum = (pick: (subject: Subject) => number) => subjects.reduce((total, subject) => total + pick(subject), 0)
  const withClass = ({ subjectId, classHalfHours }: Subject) => (chosen.includes(subjectId) ? 0 : classHalfHours)
  if (subjects.length === 0)
    return (
      <Card title={words.title}>
        <p className={styles.about}>{words.none}</p>
      </Card>
    )
  return (
    <Card title={words.title}>
      <p className={styles.about}>{alone ? words.alone : words.about}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {!alone && <th scope="col">{words.column}</th>}
              <th scope="col">{words.subject}</th>
              {!alone && (
                <th scope="col" className={styles.number}>
                  {words.withClass}
                </th>
              )}
              <th scope="col" className={styles.number}>
                {words.own}
              </th>
              <th scope="col" className={styles.wide}>
                {words.teacher}
              </th>
            </tr>
          </thead>
          <tbody>
            {subjects.map((subject) => {
              const { subjectId, name, ownHalfHours, days, courseId, teachers } = subject
              const own = alone || chosen.includes(subjectId)
              const remark = remarkOf(subject, own)
              return (
                <tr key={subjectId}>
                  {!alone && (
                    <td>
                      <input
                        type="checkbox"
                        className={styles.box}
                        aria-label={`${words.column}: ${name}`}
                        checked={own}
                        disabled={!keeps}
                        onChange={() => tick(subjectId)}
                      />
                    </td>
                  )}
                  <th scope="row">
                    <span className={styles.subject}>{name}</span>
                    {days.length > 0 && (
                      <span className={styles.days}>{days.map((one) => texts.days(one.from, one.to, year.to)).join(', ')}</span>
                    )}
                    {remark && <span className={styles.note}>{remark}</span>}
                  </th>
                  {!alone && <td className={styles.number}>{words.hours(withClass(subject))}</td>}
                  <td className={styles.number}>{words.hours(ownHalfHours)}</td>
                  <td className={styles.wide}>
                    {(own || courseId) && (teachers.join(', ') || words.noTeacher)}{' '}
                    {courseId && (
                      <Link href={`/journal/${courseId}`} aria-label={`${words.journal}: ${name}`}>
                        {words.journal}
                      </Link>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr className={styles.total}>
              {!alone && <td />}
              <th scope="row">{words.total}</th>
              {!alone && <td className={styles.number}>{words.hours(sum(withClass))}</td>}
              <td className={styles.number}>{words.hours(sum(({ ownHalfHours }) => ownHalfHours))}</td>
              <td className={styles.wide} />
            </tr>
          </tfoot>
        </table>
      </div>
      {keeps && (
        <div className={styles.foot}>
          <DateField
            label={words.from}
            hint={words.fromHint}
            value={from}
            min={year.from}
            max={year.to}
            required
            onChange={onFrom}
          />
          <Button kind="primary" busy={set.running} disabled={!changed} onClick={save}>
            {words.save}
          </Button>
          {changed && (
            <Button kind="quiet" onClick={() => setChosen(null)}>
              {words.cancel}
            </Button>
          )}
          {planned.length > 0 && !asPlan && (
            <Button kind="quiet" onClick={() => setChosen(planned)}>
              {words.asPlan}
            </Button>
          )}
        </div>
      )}
      {problem && (
        <div className={styles.problem}>
          <Notice kind="bad">{problem}</Notice>
        </div>
      )}
    </Card>
  )
}

/** What does not fit together in a subject, or ''. */
function remarkOf({ classHalfHours, ownHalfHours, courseId, lessons }: Subject, own: boolean): string {
  if (own && ownHalfHours === 0 && courseId === null) return words.noHours
  if (own && courseId !== null && lessons === 0) return words.noLessons
  return !own && ownHalfHours > 0 && classHalfHours > 0 ? words.both : ''
}
