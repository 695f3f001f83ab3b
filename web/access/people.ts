import { deputyHead, head, staff } from '#domain/access/relations.ts'
import type { Me } from '#web/platform/sessionState.ts'

/** Works at the school: has a journal, a class or a role. */
export const isStaff = ({ actor, today }: Me): boolean => staff(actor, { kind: 'school' }, today)

/** Holds lessons, own or a colleague's, or will: has a day to plan and entries to send. Who taught here once may be a parent now. */
export const teaches = ({ actor, today }: Me): boolean =>
  actor.courses.some(({ to }) => to === null || to >= today) || actor.substitutions.length > 0

/** Oversees the school: head and deputies. */
export const seesEverything = ({ actor, today }: Me): boolean =>
  head(actor, { kind: 'school' }, today) || deputyHead(actor, { kind: 'school' }, today)

/** Has journals to open: teaches, leads a class, or oversees the school. An administrator of accounts alone does not. */
export const seesJournals = (me: Me): boolean => teaches(me) || me.actor.homeroomOf.length > 0 || seesEverything(me)
