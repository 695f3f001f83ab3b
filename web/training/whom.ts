import type { Input } from '#domain/operations.ts'
import { ofClass } from '#domain/training/rules.ts'

export type Whom = Pick<Input<'training.invite'>, 'audience' | 'classId' | 'people'>

export const nobodyYet: Whom = { audience: 'staff', classId: null, people: [] }

/** The list as it is sent: a class only with the lists of a class. */
export const sentWhom = ({ audience, classId, people }: Whom): Whom => ({
  audience,
  classId: ofClass(audience) ? classId : null,
  people,
})

/** Does the list name somebody? A list of a class wants its class, people by name somebody’s name. */
export const isWhole = ({ audience, classId, people }: Whom): boolean =>
  audience === 'named' ? people.length > 0 : !ofClass(audience) || classId !== null
