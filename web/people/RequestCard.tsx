import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Card } from '#web/ui/Card.tsx'
import { history } from './history.texts.ru.ts'
import styles from './Requests.module.css'
import * as texts from './texts.ru.ts'

export type Request = Output<'people.requests'>['requests'][number]

/** What is asked, by whom, and how it was decided. */
export function RequestCard({ request, linked, children }: { request: Request; linked: boolean; children?: ReactNode }) {
  const { school, today } = useMe()
  const { kind, personId, name, className, state, dueOn } = request
  const title = [texts.requests.kinds[kind], name].filter(Boolean).join(': ')
  return (
    <Card title={title} note={[className, texts.requests.states[state]].filter(Boolean).join(', ')} padded>
      <div className={styles.request}>
        {request.changes.length > 0 && (
          <ul className={styles.changes}>
            {request.changes.map(({ field, before, after }) => (
              <li key={field}>
                <span className={styles.field}>{history.field(field)}: </span>
                {before && <span className={styles.before}>{history.value(field, before)}</span>} {history.value(field, after)}
              </li>
            ))}
          </ul>
        )}
        {request.comment && <p className={styles.comment}>{request.comment}</p>}
        <p className={styles.detail}>
          {texts.requests.from(request.author, moment(request.askedAt, school.timeZone))}
          {linked && personId && (
            <>
              {' · '}
              <Link href={`/school/people/${personId}`}>{texts.similar.open}</Link>
            </>
          )}
        </p>
        {dueOn && (
          <p className={linked && dueOn < today ? styles.late : styles.detail}>
            {linked ? texts.requests.due(dueOn, dueOn < today) : texts.requests.dueOwn(dueOn)}
          </p>
        )}
        {request.decidedAt && (
          <div className={styles.answer}>
            {request.answer && <p className={styles.comment}>{request.answer}</p>}
            <p className={styles.detail}>
              {[request.decidedBy, moment(request.decidedAt, school.timeZone)].filter(Boolean).join(', ')}
            </p>
          </div>
        )}
        {children && <div className={styles.actions}>{children}</div>}
      </div>
    </Card>
  )
}
