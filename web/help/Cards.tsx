import {
  IconBell,
  IconCalendarWeek,
  IconCloudOff,
  IconId,
  IconNotebook,
  IconSchool,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { addressedName } from '#domain/people/names.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import styles from './Cards.module.css'
import * as texts from './welcome.texts.ru.ts'
import { guidesOf } from './whose.ts'

const icons = {
  day: IconCalendarWeek,
  marks: IconNotebook,
  bell: IconBell,
  data: IconId,
  offline: IconCloudOff,
  shield: IconShieldLock,
  school: IconSchool,
  class: IconUsers,
}

/** «Что где»: a card at a time, at the first sign-in and again from the help. */
export function Cards({ first = false, onDone }: { first?: boolean; onDone: () => void }) {
  const me = useMe()
  const [at, setAt] = useState(0)
  const title = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const cards = texts.welcome[me.actor.student ? 'student' : guidesOf(me)[0]!]
  const card = cards[at]!
  const last = at === cards.length - 1
  const Icon = icons[card.icon]
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever turns the cards hears the next one; the first takes no focus
  useEffect(() => {
    if (moved.current) title.current?.focus()
  }, [at])
  const turn = (step: 1 | -1) => {
    moved.current = true
    setAt(at + step)
  }
  const heading = texts.heading(me.actor.student ? me.actor.name.givenName : addressedName(me.actor.name))
  return (
    <section className={first ? `${styles.cards} ${styles.first}` : styles.cards} aria-label={heading}>
      <p className={styles.head}>
        <span>{heading}</span>
        <span>{texts.place(at + 1, cards.length)}</span>
      </p>
      <div className={styles.card}>
        <span className={styles.icon}>
          <Icon size={24} stroke={1.6} aria-hidden />
        </span>
        <div>
          <h2 ref={title} tabIndex={-1} className={styles.title}>
            {card.title}
          </h2>
          <p>{card.text}</p>
          {first && last && <p className={styles.later}>{texts.later}</p>}
        </div>
      </div>
      <div className={styles.buttons}>
        {at > 0 && <Button onClick={() => turn(-1)}>{texts.back}</Button>}
        <span className={styles.space} />
        {!last && (
          <Button kind="quiet" onClick={onDone}>
            {first ? texts.skip : texts.hide}
          </Button>
        )}
        <Button kind={first ? 'plain' : 'primary'} onClick={() => (last ? onDone() : turn(1))}>
          {last ? texts.done : texts.next}
        </Button>
      </div>
    </section>
  )
}
