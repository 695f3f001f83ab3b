import { ifAllowed, usually } from './choices.ts'
import { administrator, deputyHead, head, holds } from './relations.ts'

/**
 * Who does what for the whole school: the rows of the permission table that a school may change, by capability. What a query shows of
 * the whole school and not of the own class is decided by the same lists.
 */
const keepers = <C extends Parameters<typeof usually>[0]>(capability: C) =>
  [usually(capability, 'administrator'), usually(capability, 'deputyHead'), ifAllowed(capability, 'head')] as const

/** S4 К5, S0 4.1; who is missing is also a matter of the nurse and the canteen. */
export const readAbsentees = [
  head,
  usually('attendance.read', 'deputyHead'),
  ifAllowed('attendance.read', 'administrator'),
  holds('attendance.read'),
] as const
/** Which lessons are not filled: no marks are shown. */
export const controlJournals = [
  head,
  usually('journal.control', 'deputyHead'),
  ifAllowed('journal.control', 'administrator'),
  holds('journal.control'),
] as const

/** With what only the office needs: СНИЛС, the history of a card. */
export const overseePeople = [administrator, head, usually('people.read', 'deputyHead')] as const
export const readPeople = [...overseePeople, holds('people.read')] as const
export const readContacts = [administrator, head, usually('people.contacts', 'deputyHead'), holds('contacts.read')] as const
export const createPeople = [
  administrator,
  ifAllowed('people.create', 'deputyHead'),
  ifAllowed('people.create', 'head'),
  holds('people.create'),
] as const
export const editPeople = [administrator, ifAllowed('people.edit', 'deputyHead'), holds('people.edit')] as const
export const decideRequests = [administrator, ifAllowed('people.requests', 'deputyHead'), holds('requests.decide')] as const

/** S4 Р24c. */
export const readUrgent = [administrator, head, ifAllowed('urgent.register', 'deputyHead')] as const

/** To pupils and families; accounts of staff are the administrator's alone. */
export const issueAccounts = [administrator, ifAllowed('accounts.issue', 'deputyHead'), holds('accounts.issue')] as const

export const readRoles = [administrator, head, usually('rights.read', 'deputyHead')] as const
export const readAcknowledgements = [administrator, head, usually('acts.control', 'deputyHead')] as const
export const keepActs = [administrator, head, ifAllowed('acts.keep', 'deputyHead')] as const
export const keepCard = [administrator, head, ifAllowed('school.card', 'deputyHead')] as const
export const readReadiness = [administrator, head, usually('readiness.board', 'deputyHead')] as const
export const readUsage = [administrator, head, ifAllowed('readiness.usage', 'deputyHead')] as const

export const keepYear = keepers('year.keep')
export const keepBells = keepers('year.bells')
export const keepExceptions = keepers('year.exceptions')

export const keepClasses = keepers('classes.keep')
/** S0 2.10, S4 К6. */
export const keepGroups = keepers('groups.keep')
export const promote = keepers('classes.promote')
/** S0 2.13: the administrator; elsewhere the deputy head or the secretary. */
export const keepMovement = [...keepers('movement.keep'), holds('movement.keep')] as const
export const readMovement = [administrator, deputyHead, head, holds('movement.read')] as const

export const keepSubjects = keepers('curriculum.subjects')
export const keepPlans = keepers('curriculum.plans')
export const keepLoad = keepers('curriculum.load')

export const readConsents = [administrator, head, usually('consents.read', 'deputyHead'), holds('consents.read')] as const
export const recordConsents = [administrator, ifAllowed('consents.record', 'deputyHead')] as const

export const prepareImports = [administrator, usually('exchange.prepare', 'deputyHead')] as const
/** S0 3.1: the deputy head prepares the lists and proves them; the administrator brings them in. */
export const bringIn = [administrator, ifAllowed('exchange.import', 'deputyHead')] as const
export const takeOut = [administrator, head, usually('exchange.export', 'deputyHead')] as const
