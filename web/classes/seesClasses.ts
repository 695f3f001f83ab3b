import { deputyHead, head } from '#domain/access/relations.ts'
import type { Me } from '#web/platform/sessionState.ts'

/** Leads a class, or oversees the school. */
export const seesClasses = ({ actor, today }: Me): boolean =>
  actor.homeroomOf.length > 0 || head(actor, { kind: 'school' }, today) || deputyHead(actor, { kind: 'school' }, today)
