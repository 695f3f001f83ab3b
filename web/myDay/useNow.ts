import { useEffect, useState } from 'react'
import { dayIn } from '#domain/platform/dates.ts'
import { type Moment, minutesIn } from './dayLesson.ts'

const now = (timeZone: string): Moment => ({ date: dayIn(timeZone, new Date()), minutes: minutesIn(timeZone, new Date()) })

/** The school's day and minute; turns with the clock. */
export function useNow(timeZone: string): Moment {
  const [moment, setMoment] = useState(() => now(timeZone))
  useEffect(() => {
    const turn = () =>
      setMoment((before) => {
        const after = now(timeZone)
        return after.minutes === before.minutes && after.date === before.date ? before : after
      })
    const timer = setInterval(turn, 5_000)
    document.addEventListener('visibilitychange', turn)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [timeZone])
  return moment
}
