import type { Lesson } from '#domain/calendar/bells.ts'
import { Button } from '#web/ui/Button.tsx'
import { clockOf, minutesOf } from './clock.ts'
import styles from './forms.module.css'
import * as texts from './texts.ru.ts'

const words = texts.bellsStep

/** Lessons of a day with their times; how long each is and the break after it are counted. */
export function LessonTimes({ lessons, onChange }: { lessons: readonly Lesson[]; onChange: (lessons: Lesson[]) => void }) {
  const set = (i: number, part: Partial<Lesson>) => onChange(lessons.map((one, at) => (at === i ? { ...one, ...part } : one)))
  const last = lessons.at(-1)
  const add = () => {
    const startsAt = last ? Math.min(last.endsAt + 10, 1380) : 510
    onChange([
      ...lessons,
      { number: last ? last.number + 1 : 1, startsAt, endsAt: startsAt + (last ? last.endsAt - last.startsAt : 40) },
    ])
  }
  return (
    <>
      <table className={styles.lessons}>
        <thead>
          <tr>
            <th scope="col">{words.lesson}</th>
            <th scope="col">{words.starts}</th>
            <th scope="col">{words.ends}</th>
            <th scope="col">{words.break}</th>
          </tr>
        </thead>
        <tbody>
          {lessons.map(({ number, startsAt, endsAt }, i) => {
            const next = lessons[i + 1]
            const wrong = startsAt >= endsAt || (i > 0 && startsAt < lessons[i - 1]!.endsAt) || undefined
            return (
              <tr key={number}>
                <th scope="row">
                  {number} <span className={styles.amount}>{words.minutes(endsAt - startsAt)}</span>
                </th>
                {(['startsAt', 'endsAt'] as const).map((key) => (
                  <td key={key}>
                    <input
                      type="time"
                      className={styles.time}
                      aria-label={`${number}, ${key === 'startsAt' ? words.starts : words.ends}`}
                      aria-invalid={wrong}
                      value={clockOf(key === 'startsAt' ? startsAt : endsAt)}
                      onChange={(event) => {
                        const minutes = minutesOf(event.target.value)
                        if (minutes !== null) set(i, { [key]: minutes })
                      }}
                    />
                  </td>
                ))}
                <td className={styles.amount}>{next && words.minutes(next.startsAt - endsAt)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button size="s" onClick={add} disabled={(last?.number ?? 0) >= 16}>
          {words.addLesson}
        </Button>
        {lessons.length > 1 && (
          <Button size="s" onClick={() => onChange(lessons.slice(0, -1))}>
            {words.removeLesson}
          </Button>
        )}
      </div>
    </>
  )
}
