import type { NoticeKind, NoticeWay } from '#domain/notifications/rules.ts'
import type { Policies } from '#domain/school/policies.ts'

/** How those are told of a kind who have not chosen; what the school does not offer is told to nobody. */
export const defaultOf = (kind: NoticeKind, policies: Policies): NoticeWay | 'none' =>
  kind === 'answers' || kind === 'tasks' ? 'now' : policies[`notices.${kind}`]
