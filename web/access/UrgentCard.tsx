import { useEffect, useRef, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { fullDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Urgent.module.css'
import * as texts from './urgent.texts.ru.ts'

type Facts = Output<'access.lookUrgently'>
type Contacts = Facts['contacts']

/** The card as it was shown once: a look of its own each time it is opened, kept nowhere, gone with the hours. */
export function UrgentCard({ urgentId, onEnded }: { urgentId: string; onEnded: () => void }) {
  const { run } = useCommand('access.lookUrgently')
  const [card, setCard] = useState<Facts | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening of the card is one look
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    run({ urgentId }).then(setCard, (error: unknown) => setProblem(sentenceOf(error as Error)))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is that of the card that is shown
  useEffect(() => {
    if (!card) return
    const timer = setTimeout(() => {
      toast(texts.standing.ended)
      onEnded()
    }, card.secondsLeft * 1_000)
    return () => clearTimeout(timer)
  }, [card])
  if (problem) return <Notice kind="bad">{problem}</Notice>
  if (!card) return <Skeleton rows={4} />
  return (
    <div className={styles.card}>
      <dl className={styles.facts}>
        <dt>{texts.card.class}</dt>
        <dd>{card.className}</dd>
        <dt>{texts.card.homeroomTeacher}</dt>
        <dd>{card.homeroomTeacher || texts.card.unknown}</dd>
        <dt>{texts.card.born}</dt>
        <dd>{card.bornOn ? fullDate(card.bornOn) : texts.card.unknown}</dd>
        {card.contacts.length > 0 && (
          <>
            <dt>{texts.card.contacts}</dt>
            <dd>
              <ContactList contacts={card.contacts} />
            </dd>
          </>
        )}
      </dl>
      <h3>{texts.card.guardians}</h3>
      {card.guardians.length === 0 ? (
        <p>{texts.card.noGuardians}</p>
      ) : (
        <ul className={styles.list}>
          {card.guardians.map(({ name, relation, livesWith, contacts }) => (
            <li key={`${name} ${relation}`}>
              <strong>{name}</strong>
              <span className={styles.detail}>
                {[
                  texts.relationNames[relation as keyof typeof texts.relationNames] ?? relation,
                  livesWith && texts.card.livesWith,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {contacts.length > 0 ? (
                <ContactList contacts={contacts} />
              ) : (
                <span className={styles.detail}>{texts.card.noContacts}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{texts.card.today}</h3>
      {card.today.length === 0 ? (
        <p>{texts.card.noLessons}</p>
      ) : (
        <ul className={styles.list}>
          {card.today.map(({ number, subject, called, code }) => (
            <li key={`${number} ${subject}`}>
              {texts.card.lesson(number, subject)}
              <span className={styles.detail}>
                {code
                  ? (texts.absenceNames[code as keyof typeof texts.absenceNames] ?? code)
                  : called
                    ? texts.card.present
                    : texts.card.notCalled}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A phone can be called from where it stands. */
function ContactList({ contacts }: { contacts: Contacts }) {
  return (
    <ul className={styles.contacts}>
      {contacts.map(({ kind, value }) => (
        <li key={`${kind} ${value}`}>
          {kind === 'phone' ? (
            <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>
          ) : kind === 'email' ? (
            <a href={`mailto:${value}`}>{value}</a>
          ) : (
            value
          )}
        </li>
      ))}
    </ul>
  )
}
