import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './Card.module.css'
import { EnrolDialog } from './EnrolDialog.tsx'
import { learning, movementKinds } from './history.texts.ru.ts'
import { isStudent } from './isStudent.ts'
import type { PersonCard } from './PersonScreen.tsx'
import * as texts from './texts.ru.ts'

/** Classes by dates, and the movement book about this student. */
export function StaysCard({ card, onSaved }: { card: PersonCard; onSaved: () => void }) {
  const can = useCan()
  const [enrolling, setEnrolling] = useState(false)
  const { today } = useMe()
  const { stays, movements } = card
  if (!isStudent(card)) return null
  const classes = stays.flatMap(({ classId, from, to }) => (classId === null ? [] : [{ classId, from, to }]))
  const reads = can('diary.week', { kind: 'student', studentId: card.personId, classes })
  const enrols = stays.length === 0 && card.mergedInto === null && can('classes.enrol', { kind: 'class', classId: '' })
  return (
    <>
      <Card title={texts.card.stays}>
        <ul className={styles.lines}>
          {stays.map(({ groupName, schoolYear, from, to, journals }) => (
            <li key={`${groupName} ${from}`} className={styles.line} data-over={to !== null && to < today}>
              <span className={styles.what}>
                <span className={styles.name}>{groupName}</span>
                {reads && journals.length > 0 && (
                  <span className={styles.detail}>
                    {learning.ownJournals}{' '}
                    {journals.map(({ courseId, subject }, i) => (
                      <Fragment key={courseId}>
                        {i > 0 && ', '}
                        <Link href={`/journal/${courseId}`}>{subject}</Link>
                      </Fragment>
                    ))}
                  </span>
                )}
              </span>
              <span className={styles.detail}>
                {schoolYear}, {to ? texts.card.period(from, to) : texts.card.since(from)}
              </span>
            </li>
          ))}
        </ul>
        {stays.length === 0 && <p className={styles.none}>{texts.card.noStays}</p>}
        {reads && stays.length > 0 && (
          <div className={styles.foot}>
            <ButtonLink size="s" href={`/diary/${card.personId}/week`}>
              {learning.diary}
            </ButtonLink>
            <ButtonLink size="s" href={`/diary/${card.personId}/timetable`}>
              {learning.timetable}
            </ButtonLink>
          </div>
        )}
        {enrols && (
          <div className={styles.foot}>
            <Button size="s" onClick={() => setEnrolling(true)}>
              {texts.enrolling.title}
            </Button>
          </div>
        )}
      </Card>
      {enrolling && <EnrolDialog personId={card.personId} onDone={onSaved} onClose={() => setEnrolling(false)} />}
      {movements.length > 0 && (
        <Card title={texts.card.movements}>
          <ul className={styles.lines}>
            {movements.map((one) => (
              <li key={`${one.kind} ${one.on} ${one.from} ${one.to}`} className={styles.line}>
                <span className={styles.what}>
                  <span className={styles.name}>
                    {texts.day(one.on)}, {movementKinds[one.kind] ?? one.kind}
                    {one.cancelled && ` (${texts.card.cancelled})`}
                  </span>
                  <span className={styles.detail}>
                    {[
                      [one.from, one.to].filter(Boolean).join(' → '),
                      texts.card.order(one.orderNumber, texts.day(one.orderDate)),
                      one.reason,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
