import { may } from '#domain/permissions.ts'
import type { Me } from './sessionState.ts'

/** May this person need the urgent way to a pupil's card: works with pupils, the school has it, and not all cards are open to them. [S4 Р24c] */
export const mayNeedUrgent = ({ actor, today, policies }: Me): boolean =>
  policies['access.urgent'] !== 'off' &&
  may(actor, 'access.urgent', { kind: 'school' }, today) &&
  !may(actor, 'people.contactClasses', { kind: 'school' }, today)
