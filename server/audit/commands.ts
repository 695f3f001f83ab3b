import { MOST_IN_EXTRACT } from '#domain/audit/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type CommandImplementation, implement } from '#server/platform/execute.ts'
import { find, type Told } from './find.ts'
import { begin } from './running.ts'
import { lastSeal } from './seal.ts'

export const verifyCommand = implement('audit.verify', {
  load: theSchool,
  // Goes on by itself: a school of a million entries is looked through in a minute, longer than anybody holds a request.
  before: async ({ db, school, actor }) => {
    void begin(db, school.schoolId, actor.personId)
  },
  run: async () => ({}),
  announce: () => ['school'],
})

/** That an extract was taken, of how many entries and under which seal; its lines are read again by who makes the file of it. */
const extractCommand = (told: Told) =>
  implement('audit.extract', {
    load: theSchool,
    run: async ({ tx, school }, { format: _, ...filter }) => {
      const found = await find(tx, filter, { timeZone: school.timeZone, limit: MOST_IN_EXTRACT + 1, told })
      if (found.length === 0) throw new Refusal('audit.nothing')
      if (found.length > MOST_IN_EXTRACT) throw new Refusal('audit.tooMany', { most: MOST_IN_EXTRACT })
      const seal = await lastSeal(tx)
      return { entries: found.length, seal: seal?.number ?? null }
    },
    announce: () => [],
  })

export const auditCommandsWith = (told: Told): CommandImplementation<never>[] =>
  [verifyCommand, extractCommand(told)] as unknown as CommandImplementation<never>[]
