import { type Day, dateOf, dayOf, instantOf, type Moment, momentOf, weekdayOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { Rows } from '#scripts/demo/rows.ts'

type Span = { from: Day; to: Day }
type Options = { ids: Ids; random: Random; rows: Rows; opens: Day; today: Day; now: Moment }

const staffHours = 12
const familyDays = 30
const devices = ['Chrome, Android', 'Safari, iPhone', 'Chrome, Windows', 'Яндекс Браузер, Android'] as const

/**
 * Who came in and when: staff on most school days of the last month, most families two or three times a month, the rest never.
 * Those whom everybody signs in as have no sign-ins of their own: the first device of the one who tries the demo is nothing new.
 */
export function signEverybodyIn(options: Options): void {
  const { random, rows, opens, today } = options
  const staff = new Set(rows.staff.map(({ person_id }) => person_id))
  const spans = spansOf(options)
  const issued = new Map(rows.credential_issue.map(({ account_id, used_at }) => [account_id, used_at]))
  for (const { id, person_id, login } of rows.account) {
    if (!login.includes('.')) continue
    if (staff.has(person_id)) {
      const habit = 0.6 + random.next() * 0.38
      for (let day = Math.max(opens, today - 30); day <= today; day++)
        if (weekdayOf(day) < 7 && random.chance(weekdayOf(day) === 6 ? habit / 4 : habit))
          enter(options, { accountId: id, at: momentOf(day, 7 * 60 + random.int(40, 500)), staff: true })
      continue
    }
    const span = spans.get(person_id)
    if (!span) continue
    const slip = issued.get(id)
    if (slip === null || (slip === undefined && !random.chance(0.88))) continue
    const first = slip ? dayOf(slip.slice(0, 10)) : span.from + random.int(0, 20)
    if (slip) enter(options, { accountId: id, at: momentOf(first, 19 * 60), staff: false })
    for (let day = slip ? first + familyDays : first; day <= span.to; day += random.int(8, familyDays + 15))
      enter(options, { accountId: id, at: momentOf(day, 16 * 60 + random.int(0, 330)), staff: false })
  }
}

/** From when to when a student was at the school; for parents, any child of theirs. */
function spansOf({ rows, opens, today }: Options): Map<string, Span> {
  const spans = new Map<string, Span>()
  const widen = (personId: string, { from, to }: Span) => {
    const known = spans.get(personId)
    spans.set(personId, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to })
  }
  const end = dateOf(today)
  for (const { student_id, from_date, to_date } of rows.enrolment)
    if (from_date <= end)
      widen(student_id, { from: Math.max(opens, dayOf(from_date)), to: Math.min(today, to_date ? dayOf(to_date) : today) })
  for (const { guardian_id, student_id } of rows.guardian_of) {
    const span = spans.get(student_id)
    if (span) widen(guardian_id, span)
  }
  return spans
}

function enter(
  { ids, random, rows, now }: Options,
  { accountId, at, staff }: { accountId: string; at: Moment; staff: boolean },
): void {
  const device = staff ? 'Chrome, Windows' : random.pick(devices)
  const address = staff ? `10.0.5.${random.int(2, 250)}` : `192.0.2.${random.int(2, 250)}`
  if (at > now) return
  const left = at + random.int(20, 9 * 60)
  const expires = at + (staff ? staffHours * 60 : familyDays * 1440)
  const id = ids.next()
  rows.session.push({
    id,
    account_id: accountId,
    token_hash: `\\x${id.replaceAll('-', '')}`, // shorter than any hash: no token opens it
    device,
    address,
    created_at: instantOf(at),
    expires_at: instantOf(expires),
    ended_at: staff && left < now ? instantOf(left) : null,
  })
}
