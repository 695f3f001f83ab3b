import type { Action, Answer, Operation } from '#web/platform/outboxRules.ts'
import { cellsOf, same } from '#web/platform/outboxShapes.ts'
import { type Bug, inputWith, spoiled } from './simBugs.ts'
import { chosen, generator, taken } from './simRandom.ts'
import { createServer, type Reply } from './simServer.ts'
import { createWatch } from './simWatch.ts'
import { addWork, mark, setMark, setMarks, setTopic, silence } from './typed.ts'

type Device = {
  name: string
  person: string
  disk: Operation[]
  /** What the screen last got from the server. */
  view: Map<string, unknown>
  /** Values this person has had before their eyes or typed, by place: nothing else may be overwritten by them. */
  seen: Map<string, unknown[]>
  flying: Map<string, number>
  paused: boolean
  signedIn: boolean
  watch: ReturnType<typeof createWatch>
}
type Request = { device: Device; op: Operation; attempt: number }
type Response = Request & { reply: Reply }

export type History = { violations: string[]; typed: number; saved: number; refused: number; needless: number }

const students = ['s1', 's2', 's3']
const values = ['', '2', '3', '4', '5']
const LANES = 4

/** One seed is one history: three devices of two people, a network that loses, doubles and reorders, a server that dies, a term that closes. */
export function simulate(seed: number, bug: Bug | null = null, steps = 140): History {
  const random = generator(seed)
  const chance = (share: number) => random() < share
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const server = createServer({
    forgetsIds: bug === 'the server forgets ids',
    forgetsRefusals: bug === 'the server forgets refusals',
    overwrites: bug === 'the server overwrites',
  })
  const owner = new Map<string, Device>()
  const history: History = { violations: [], typed: 0, saved: 0, refused: 0, needless: 0 }
  const devices = ['laptop', 'phone', 'colleague'].map((name) => newDevice(name, server.hasLanded))
  const requests: Request[] = []
  const responses: Response[] = []
  /** Operations whose refusal has reached the page that asked. */
  const toldRefused = new Set<string>()
  let clock = 0
  let serial = 0
  let healing = false

  const newId = () => `${++serial}`
  const moment = () => String(++clock).padStart(8, '0')

  function act(device: Device, action: Action): Operation[] {
    const before = device.disk
    const after = spoiled(bug, before, action, newId, server.valueAt)
    device.watch.see(before, action, after)
    device.disk = after.queue
    for (const { outcome } of after.settled) history[outcome]++
    for (const op of after.queue) owner.set(op.id, device)
    return after.claimed
  }

  function type(device: Device): void {
    const place = () => ({ work: pick(['w1', 'w1', 'w2', 'w3']), student: pick(students) })
    const shown = (where: string): string => textOf(shownAt(device, where, server.valueAt))
    const cell = (work: string, student: string): [string, string, string] => [
      student,
      shown(`mark:${work}:${student}`),
      pick(values),
    ]
    const { work, student } = place()
    const kind = random()
    const part =
      kind < 0.62
        ? setMark(work, student, shown(`mark:${work}:${student}`), pick(values))
        : kind < 0.78
          ? setMarks(
              work,
              ...students
                .filter(() => chance(0.7))
                .concat(student)
                .filter(unique)
                .map((one) => cell(work, one)),
            )
          : kind < 0.9
            ? setTopic('l1', shown('topic:l1'), pick(['', 'Дроби', 'Проценты']))
            : addWork('w3', pick(['', 'Контрольная']))
    for (const { place: where, value, expected } of cellsOf(part)) remember(device, where, expected, value)
    history.typed++
    act(device, { kind: 'submit', typed: { ...part, id: newId(), personId: device.person, at: moment() } })
  }

  function send(device: Device): void {
    if (device.paused) return
    const resting = new Set(device.disk.filter(() => chance(0.2) && !healing).map((op) => op.id))
    for (const op of act(device, { kind: 'claim', limit: LANES - device.flying.size, resting })) {
      device.flying.set(op.id, op.tries)
      requests.push({ device, op, attempt: op.tries })
    }
  }

  /** A request reaches the server, maybe more than once, maybe out of turn, maybe at a server that dies before or after the commit. */
  function deliver(): void {
    const request = taken(requests, random)
    if (!request) return
    const { device, op } = request
    if (!healing && chance(0.1)) requests.push(request)
    if (!healing && chance(0.12)) return
    if (!device.signedIn) return void responses.push({ ...request, reply: { kind: 'signedOut' } })
    const before = server.landed.length
    const reply = server.execute(op)
    for (const { place, from } of server.landed.slice(before)) {
      if (from !== null && !hasSeen(device, place, from)) history.violations.push(`overwrote what nobody saw: ${op.id} ${place}`)
    }
    if (reply.kind === 'refused' && reply.problem.code === 'marks.unknownWork' && overtook(device, op)) {
      history.violations.push(`a mark overtook its column: ${op.id}`)
    }
    if (healing || chance(0.85)) responses.push({ ...request, reply })
  }

  function hear(): void {
    const response = taken(responses, random)
    if (!response) return
    const { device, op, attempt, reply } = response
    // The page that asked is gone, or has stopped waiting.
    if (device.flying.get(op.id) !== attempt) return
    device.flying.delete(op.id)
    if (reply.kind === 'signedOut') device.paused = true
    if (reply.kind === 'refused') toldRefused.add(op.id)
    act(device, { kind: 'answer', id: op.id, answer: reply.kind === 'signedOut' ? silence : reply })
    if (reply.kind === 'saved') for (const { place, value } of cellsOf(op)) device.view.set(place, value)
  }

  function timeOut(device: Device): void {
    const [id] = device.flying.keys()
    if (id === undefined) return
    device.flying.delete(id)
    const answer: Answer = bug === 'silence counts as saved' ? { kind: 'saved', output: {} } : silence
    act(device, { kind: 'answer', id, answer })
  }

  function restart(device: Device): void {
    device.flying.clear()
    if (bug === 'the queue lives in memory') {
      device.watch.see(device.disk, { kind: 'restart' }, { queue: [], settled: [], claimed: [], found: true })
      device.disk = []
    }
    act(device, { kind: 'release' })
  }

  function look(device: Device): void {
    for (const work of ['w1', 'w2', 'w3'])
      for (const student of students) device.view.set(`mark:${work}:${student}`, server.valueAt(`mark:${work}:${student}`))
    device.view.set('topic:l1', server.valueAt('topic:l1'))
  }

  function decide(device: Device): void {
    const refused = device.disk.find((op) => op.state === 'refused')
    if (!refused) return
    const [cell] = cellsOf(refused)
    if (chance(0.4) || !cell) return void act(device, { kind: 'discard', id: refused.id })
    const now = server.valueAt(cell.place)
    remember(device, cell.place, now, cell.value)
    const input = inputWith(refused, now)
    act(device, { kind: 'resubmit', id: refused.id, newId: newId(), input, at: moment() })
  }

  const happenings: [share: number, happen: () => void][] = [
    [0.24, () => type(pick(devices))],
    [0.2, () => send(pick(devices))],
    [0.2, deliver],
    [0.2, hear],
    [0.04, () => timeOut(pick(devices))],
    [0.03, () => restart(pick(devices))],
    [0.04, () => look(pick(devices))],
    [0.03, () => decide(pick(devices))],
    [
      0.01,
      () => {
        pick(devices).signedIn = false
      },
    ],
    [0.008, () => signIn(pick(devices))],
    [0.002, server.close],
  ]
  for (let i = 0; i < steps; i++) chosen(happenings, random)()

  // The network is good again, everybody signs in: now everything must come to its end.
  healing = true
  for (const device of devices) {
    signIn(device)
    restart(device)
  }
  for (let round = 0; round < 400 && devices.some(isBusy); round++) {
    for (const device of devices) send(device)
    while (requests.length > 0) deliver()
    while (responses.length > 0) hear()
  }
  judge()
  return history

  function judge(): void {
    for (const { name, disk, watch } of devices) {
      history.violations.push(...watch.violations, ...watch.unaccounted(disk).map((id) => `unaccounted: ${id}`))
      for (const op of disk) if (op.state !== 'refused') history.violations.push(`never settled on ${name}: ${op.id}`)
    }
    const times = new Map<string, number>()
    const values = new Map<string, unknown>()
    const words = new Map<string, string>()
    for (const { id, place, from, to, at } of server.landed) {
      times.set(`${id} ${place}`, (times.get(`${id} ${place}`) ?? 0) + 1)
      if (from !== null && values.has(place) && !same(values.get(place), from))
        history.violations.push(`unexplained value: ${place}`)
      values.set(place, to)
      const speaker = `${owner.get(id)?.name} ${place}`
      if (at < (words.get(speaker) ?? '')) history.violations.push(`an older word after a newer one: ${id} ${place}`)
      words.set(speaker, at)
    }
    for (const [key, count] of times) if (count > 1) history.violations.push(`landed ${count} times: ${key}`)
    for (const op of devices.flatMap(({ disk }) => disk)) toldRefused.add(op.id)
    for (const id of toldRefused) if (server.hasLanded(id)) history.violations.push(`landed and called refused: ${id}`)
  }
}

function newDevice(name: string, hasLanded: (id: string) => boolean): Device {
  const person = name === 'colleague' ? 'p2' : 'p1'
  return {
    name,
    person,
    disk: [],
    view: new Map(),
    seen: new Map(),
    flying: new Map(),
    paused: false,
    signedIn: true,
    watch: createWatch(hasLanded),
  }
}

const isBusy = ({ disk }: Device): boolean => disk.some((op) => op.state !== 'refused')

function signIn(device: Device): void {
  device.signedIn = true
  device.paused = false
}

/** What stands in the cell on this screen: the newest that waits, else the server's value as last seen. */
function shownAt(device: Device, place: string, empty: (place: string) => unknown): unknown {
  const waiting = device.disk.findLast((op) => op.state !== 'refused' && cellsOf(op).some((cell) => cell.place === place))
  const cell = waiting && cellsOf(waiting).find((one) => one.place === place)
  return cell ? cell.value : (device.view.get(place) ?? (place.startsWith('topic:') ? '' : mark('')) ?? empty(place))
}

function remember(device: Device, place: string, ...what: unknown[]): void {
  device.seen.set(place, [...(device.seen.get(place) ?? []), ...what])
}

const hasSeen = (device: Device, place: string, value: unknown): boolean =>
  (device.seen.get(place) ?? []).some((one) => same(one, value))

/** The column's own adding is still under way on this device. */
const overtook = (device: Device, op: Operation): boolean =>
  device.disk.some(
    (one) =>
      one.name === 'marks.addWork' &&
      one.state !== 'refused' &&
      one.order < op.order &&
      cellsOf(op).some(({ place }) => place.startsWith(`mark:${one.slot.slice(5)}:`)),
  )

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (value as { values: number[] }).values.join('/'))
const unique = <T>(one: T, index: number, list: T[]): boolean => list.indexOf(one) === index
