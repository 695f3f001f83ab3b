import type { OperationName } from '#domain/operations.ts'
import type { Right } from './actor.ts'
import { type Chooser, choiceKey, choosers } from './choices.ts'

/** The columns of the matrix: what somebody may be to the school, or to a class, a lesson, a child. */
export const categories = [...choosers, 'teacher', 'family'] as const
export type Category = (typeof categories)[number]

export const capabilityGroups = [
  'journal',
  'people',
  'accounts',
  'rights',
  'school',
  'year',
  'classes',
  'curriculum',
  'data',
] as const
export type CapabilityGroup = (typeof capabilityGroups)[number]

/** By their names, in the order in which a school reads them. */
export const capabilityNames = [
  'journal.fill', 'journal.read', 'journal.control', 'journal.remind', 'diary.read', 'attendance.read', 'people.read',
  'people.contacts', 'people.create', 'people.edit', 'people.positions', 'people.many', 'people.requests', 'people.checks',
  'people.confirm', 'people.tell', 'urgent.open', 'urgent.register', 'urgent.judge', 'people.erase', 'accounts.issue', 'accounts.ofClass', 'accounts.close',
  'accounts.compromises', 'support.keep', 'rights.read', 'rights.keep', 'school.card', 'policies.read', 'policies.keep', 'acts.keep',
  'acts.control', 'readiness.board', 'readiness.usage', 'readiness.paperless', 'training.read', 'training.keep', 'year.read',
  'year.keep', 'year.bells', 'year.exceptions', 'classes.read', 'classes.keep', 'groups.keep', 'groups.propose',
  'movement.read', 'movement.keep', 'classes.promote', 'curriculum.read', 'curriculum.subjects', 'curriculum.plans',
  'curriculum.load', 'consents.read', 'consents.record', 'consents.purposes', 'processing.read', 'processing.keep',
  'audit.read', 'audit.verify', 'exchange.prepare', 'exchange.import', 'exchange.export',
] as const // biome-ignore format: a list of names
export type Capability = (typeof capabilityNames)[number]

/**
 * `cells` in the order of the categories: «=» has it for good, «·» never, «+» has it unless the school takes it away, «?» has it where the
 * school has granted it. `right`: what a role of the school's own must hold for it.
 */
type Row = { group: CapabilityGroup; cells: string; right?: Right; operations: readonly OperationName[] }
const row = (group: CapabilityGroup, cells: string, operations: readonly OperationName[], right?: Right): Row => ({
  group,
  cells,
  operations,
  ...(right && { right }),
})

/**
 * What people may do, in the pieces in which a school gives it: every operation belongs to one of them or is everybody's. The tests hold
 * the cells and the table of permissions together. [S1 4.1б]
 */
export const capabilities: { readonly [C in Capability]: Row } = {
  //                                   H D A R T F
  'journal.fill':        row('journal', '· · · · = ·', [
    'journal.setTopic', 'journal.setNote', 'marks.set', 'marks.setMany', 'marks.addWork', 'marks.changeWork', 'marks.removeWork',
    'attendance.set', 'attendance.setMany', 'attendance.rollCall', 'homework.set', 'homework.remove']),
  'journal.read':        row('journal', '= = · = = ·', ['journal.page', 'journal.topics', 'marks.history']),
  'journal.control':     row('journal', '= + ? · · ·', ['journal.unfilled', 'journal.unfilledLessons'], 'journal.control'),
  'journal.remind':      row('journal', '= = · · · ·', ['journal.remind', 'journal.takeBackReminders']),
  'diary.read':          row('journal', '= = · = = =', ['diary.week', 'diary.marks', 'diary.timetable', 'homework.file']),
  'attendance.read':     row('journal', '= + ? = · ·', ['attendance.absentees'], 'attendance.read'),

  'people.read':         row('people', '= + = = · ·', ['people.list', 'people.ofClass', 'people.card'], 'people.read'),
  'people.contacts':     row('people', '= + = = · ·', ['people.contactClasses', 'people.openContacts'], 'contacts.read'),
  'people.create':       row('people', '? ? = · · ·', ['people.create'], 'people.create'),
  'people.edit':         row('people', '· ? = + · ·', [
    'people.similar', 'people.change', 'people.setContacts', 'people.addGuardian', 'people.changeGuardian', 'people.endGuardian'], 'people.edit'),
  'people.positions':    row('people', '· · = · · ·', ['people.addPosition', 'people.changePosition']),
  'people.many':         row('people', '· · = · · ·', [
    'people.merge', 'people.editable', 'people.changeMany', 'people.runs', 'people.takeBack']),
  'people.requests':     row('people', '· ? = · · ·', ['people.requests', 'people.acceptRequest', 'people.declineRequest'], 'requests.decide'),
  'people.checks':       row('people', '= = = = · ·', ['people.checks', 'people.classChecks', 'notifications.ofClass']),
  'people.confirm':      row('people', '· · · = · ·', [
    'people.confirmClass', 'people.confirmStudents', 'people.reportArrival', 'people.reportDeparture']),
  'people.tell':         row('people', '· · · = · =', [
    'people.requestChange', 'people.withdrawRequest', 'people.confirmOwn', 'people.askAboutData']),
  'urgent.open':         row('people', '= = = = = ·', [
    'access.urgent', 'access.findPupils', 'access.openUrgently', 'access.lookUrgently', 'access.endUrgent']),
  'urgent.register':     row('people', '= ? = = · ·', ['access.urgentRegister', 'access.seeUrgent']),
  'urgent.judge':        row('people', '= · · · · ·', ['access.judgeUrgent']),
  'people.erase':        row('people', '· · = · · ·', ['people.eraseContacts']),

  'accounts.issue':      row('accounts', '· ? = · · ·', [
    'access.accounts', 'access.createAccount', 'access.resetPassword', 'access.candidates', 'access.createAccounts', 'access.reissue',
    'access.issues', 'access.handOut'], 'accounts.issue'),
  'accounts.ofClass':    row('accounts', '· · = = · ·', ['access.classAccounts', 'access.issueInClass', 'access.handOutInClass']),
  'accounts.close':      row('accounts', '· · = · · ·', [
    'access.blockAccount', 'access.unblockAccount', 'access.leavers', 'access.endAccounts', 'access.resumeAccount',
    'access.resetSecondFactor', 'access.reportCompromiseOf']),
  'accounts.compromises': row('accounts', '= · = · · ·', [
    'access.compromises', 'access.tellOfCompromise', 'access.doubleUses', 'access.settleDoubleUse', 'access.seeRescues']),

  'support.keep':        row('accounts', '= · = · · ·', [
    'access.setSupport', 'access.tickets', 'access.openTicket', 'access.handTicket', 'access.acceptTicket', 'access.closeTicket']),

  'rights.read':         row('rights', '= + = · · ·', ['access.roles', 'access.rights']),
  'rights.keep':         row('rights', '= · = · · ·', [
    'access.grantRole', 'access.endRole', 'access.addCustomRole', 'access.changeCustomRole', 'access.setRight']),

  'school.card':         row('school', '= ? = · · ·', ['school.setCard']),
  'policies.read':       row('school', '= = = · · ·', ['school.settings']),
  'policies.keep':       row('school', '= · = · · ·', ['school.setPolicy', 'school.finishSetUp', 'people.leftContacts']),
  'acts.keep':           row('school', '= ? = · · ·', ['school.addAct', 'school.endAct']),
  'acts.control':        row('school', '= + = · · ·', ['school.acknowledgements']),
  'readiness.board':     row('school', '= + = · · ·', ['readiness.board']),
  'readiness.usage':     row('school', '= ? = · · ·', ['readiness.usage']),
  'readiness.paperless': row('school', '= · · · · ·', ['readiness.declarePaperless']),
  'training.read':       row('school', '= = = · = ·', ['training.list', 'training.sheet', 'training.standings', 'training.register']),
  'training.keep':       row('school', '· = = · = ·', [
    'training.people', 'training.plan', 'training.change', 'training.cancel', 'training.invite', 'training.leaveOut', 'training.mark',
    'training.remind']),

  'year.read':           row('year', '= = = · · ·', ['calendar.years', 'calendar.yearPlan', 'calendar.previewTerms', 'calendar.previewException']),
  'year.keep':           row('year', '? + + · · ·', [
    'calendar.createYear', 'calendar.setYear', 'calendar.setTerms', 'calendar.setVacations', 'calendar.setRegime', 'calendar.openYear',
    'calendar.discardYear']),
  'year.bells':          row('year', '? + + · · ·', ['calendar.setDays', 'calendar.setBells', 'classes.setGroupRegime']),
  'year.exceptions':     row('year', '? + + · · ·', ['calendar.addException', 'calendar.cancelException']),

  'classes.read':        row('classes', '= = = = · ·', ['classes.overview', 'classes.card', 'classes.ownPlan'], 'classes.read'),
  'classes.keep':        row('classes', '? + + · · ·', [
    'classes.create', 'classes.change', 'classes.archive', 'classes.restore', 'classes.setHomeroom']),
  'groups.keep':         row('classes', '? + + = · ·', [
    'classes.createGroup', 'classes.changeGroup', 'classes.setMembers', 'classes.setSubgroups', 'classes.acceptProposal',
    'classes.declineProposal', 'classes.setOwnSubjects']),
  'groups.propose':      row('classes', '· · · = · ·', ['classes.proposeSubgroups', 'classes.withdrawProposal']),
  'movement.read':       row('classes', '= = = · · ·', ['classes.movement', 'classes.inconsistencies'], 'movement.read'),
  'movement.keep':       row('classes', '? + + · · ·', [
    'classes.candidates', 'classes.enrol', 'classes.transfer', 'classes.depart', 'classes.return', 'classes.correctMovement',
    'classes.cancelMovement', 'classes.attachOrder'], 'movement.keep'),
  'classes.promote':     row('classes', '? + + · · ·', ['classes.promotionPlan', 'classes.promote']),

  'curriculum.read':     row('curriculum', '= = = · · ·', ['curriculum.subjects', 'curriculum.rooms', 'curriculum.plans', 'curriculum.load']),
  'curriculum.subjects': row('curriculum', '? + + · · ·', [
    'curriculum.addSubjects', 'curriculum.changeSubject', 'curriculum.addRooms', 'curriculum.changeRoom']),
  'curriculum.plans':    row('curriculum', '? + + · · ·', [
    'curriculum.createPlan', 'curriculum.changePlan', 'curriculum.addProfile', 'curriculum.copyPlans', 'curriculum.layOutPlans',
    'curriculum.setHours', 'curriculum.attach']),
  'curriculum.load':     row('curriculum', '? + + · · ·', [
    'curriculum.openCourses', 'curriculum.assign', 'curriculum.reassign', 'curriculum.endAssignment']),

  'consents.read':       row('data', '= + = = · ·', ['consents.purposes', 'consents.report', 'consents.ofClass'], 'consents.read'),
  'consents.record':     row('data', '· ? = + · =', ['consents.record', 'consents.withdraw']),
  'consents.purposes':   row('data', '= · = · · ·', ['consents.addPurpose', 'consents.changePurpose', 'consents.archivePurpose']),
  'processing.read':     row('data', '= = = · · ·', ['processing.register']),
  'processing.keep':     row('data', '= · = · · ·', [
    'processing.setOperator', 'processing.setNote', 'processing.setPurpose', 'processing.setMeasure']),
  'audit.read':          row('data', '= = = · · ·', ['audit.log', 'audit.action', 'audit.state', 'audit.compare', 'audit.extract']),
  'audit.verify':        row('data', '= · = · · ·', ['audit.verify']),
  'exchange.prepare':    row('data', '· + = · · ·', [
    'exchange.upload', 'exchange.preview', 'exchange.problems', 'exchange.setColumns']),
  'exchange.import':     row('data', '· ? = · · ·', ['exchange.import', 'exchange.undo']),
  'exchange.export':     row('data', '= + = · · ·', [
    'exchange.imports', 'exchange.template', 'exchange.export', 'exchange.exportJson']),
} // biome-ignore format: a matrix is read in columns

/** Everybody who is signed in may do these, about their own business or what concerns all; of the staff those that are marked. */
export const everybodys: readonly OperationName[] = [
  'access.signIn', 'access.signOut', 'access.lock', 'access.unlock', 'access.changePassword', 'access.me', 'access.finishWelcome', 'access.sessions',
  'access.revokeSession', 'access.activate', 'access.secondStep', 'access.signIns', 'access.seeDevices', 'access.secondFactor',
  'access.startTotp', 'access.confirmTotp', 'access.removeTotp', 'access.startPasskey', 'access.addPasskey', 'access.removePasskey',
  'access.renewRecoveryCodes', 'access.reportCompromise', 'access.answerDoubleUse', 'access.support', 'audit.own', 'readiness.tasks', 'school.acts', 'school.acknowledge', 'people.me',
  'people.familyChecks', 'training.mine', 'training.acquaint', 'processing.mine', 'consents.mine', 'calendar.year', 'notifications.list',
  'notifications.read', 'notifications.settings', 'notifications.choose', 'notifications.setHours',
  // staff
  'school.card', 'school.notePrint', 'classes.list', 'classes.places', 'journal.myDay', 'journal.courses', 'homework.addFile',
] // biome-ignore format: a list of names

export type CellSign = '=' | '·' | '+' | '?'
export const signOf = (capability: Capability, category: Category): CellSign =>
  capabilities[capability].cells.split(' ')[categories.indexOf(category)] as CellSign

/** May the category do it, as the school has it? */
export function holdsCapability(choices: Readonly<Record<string, boolean>>, capability: Capability, category: Category): boolean {
  const sign = signOf(capability, category)
  if (sign === '=' || sign === '·') return sign === '='
  return choices[choiceKey(capability, category as Chooser)] ?? sign === '+'
}

/** What a cell is when the school has said nothing; null where it has nothing to say. */
export function defaultOf(capability: Capability, category: Category): boolean | null {
  const sign = signOf(capability, category)
  return sign === '=' || sign === '·' ? null : sign === '+'
}

/** The decisions of a school that count: of cells that are its own to decide. */
export const choicesThatCount = (
  rows: readonly { capability: string; category: string; allowed: boolean }[],
): Record<string, boolean> =>
  Object.fromEntries(
    rows
      .filter(({ capability, category }) => isChoice(capability, category))
      .map(({ capability, category, allowed }) => [choiceKey(capability as Capability, category as Chooser), allowed]),
  )

export const isChoice = (capability: string, category: string): boolean =>
  Object.hasOwn(capabilities, capability) &&
  (choosers as readonly string[]).includes(category) &&
  defaultOf(capability as Capability, category as Chooser) !== null
