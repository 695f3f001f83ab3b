import type { Output } from '#domain/operations.ts'
import type { Id } from '#domain/platform/schema.ts'

type Me = Pick<Output<'access.me'>, 'children'> & { actor: Pick<Output<'access.me'>['actor'], 'personId' | 'student'> }

/**
 * Is it the diary of the person's own or of their child? Others — the homeroom teacher, a deputy — only read. Whether a diary may be
 * read at all is for the server: a foreign id is simply asked for and refused there.
 */
export const isFamily = (me: Me, studentId: Id): boolean =>
  (me.actor.student && me.actor.personId === studentId) || me.children.some((child) => child.studentId === studentId)

/** Has the person a diary at all: as a student or as a parent? */
export const hasDiary = (me: Me): boolean => me.actor.student || me.children.length > 0
