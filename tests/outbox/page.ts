import { discard, onSettled, openOutbox, queueNow, queueStatusNow, resubmit, submit } from '#web/platform/outbox.ts'
import { changeSession, type Me, type Session } from '#web/platform/sessionState.ts'
import { setMark } from './typed.ts'

const settled: string[] = []
onSettled((op, outcome) => settled.push(`${op.slot} ${outcome}`))
openOutbox()

/** What the tests may do in a page: the real queue of the product under a pretended sign-in. */
const page = {
  settled,
  queueNow,
  queueStatusNow,
  discard,
  resubmit,
  session(personId: string, state: 'open' | 'ended') {
    const me = { actor: { personId }, mustChangePassword: false } as Me
    changeSession({ state, me, reached: true } satisfies Session)
  },
  async mark(student: string, value: string, seen = ''): Promise<string> {
    const { slot, label, input } = setMark('w', student, seen, value)
    return submit('marks.set', input as Parameters<typeof submit<'marks.set'>>[1], { slot, label })
  },
}

export type TestPage = typeof page
Object.assign(window, { outbox: page })
