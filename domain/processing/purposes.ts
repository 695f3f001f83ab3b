import type { FieldKey } from './fields.ts'

export const people = ['student', 'guardian', 'staff'] as const
export type Whose = (typeof people)[number]

/** Grounds of the law, by which data are processed without asking; a consent is asked where there is none. */
export const grounds = ['duty', 'control', 'results', 'admission', 'parents', 'employment', 'consent', 'protection', 'accuracy', 'proof', 'acts'] as const // biome-ignore format: one glance
export type Ground = (typeof grounds)[number]

/** How long, and by what: the words stand in the texts. */
export const terms = ['journal', 'goal', 'employment', 'contacts', 'consent', 'account', 'request', 'exchange', 'log'] as const
export type Term = (typeof terms)[number]

export type Purpose = {
  whose: readonly Whose[]
  grounds: readonly Ground[]
  fields: readonly FieldKey[]
  term: Term
  /** Operations by name, or of a whole module: 'marks.'. A name said by itself counts before its module. */
  operations: readonly string[]
}

/**
 * What the product does with personal data, and for what: «реестр процессов обработки» of 152-ФЗ, ст. 18.1 ч. 1 п. 2. Who has access is
 * not said here: it follows from the permissions of the operations. Every field belongs to a purpose, every operation too, or it is named
 * among those that touch nobody's data; tests hold this.
 */
export const purposes = {
  learning: {
    whose: ['student', 'staff'],
    grounds: ['duty', 'control', 'results'],
    fields: ['name', 'stay', 'marks', 'absences', 'tasks', 'lessons', 'files'],
    term: 'journal',
    operations: ['journal.', 'marks.', 'attendance.', 'homework.'],
  },
  contingent: {
    whose: ['student'],
    grounds: ['duty', 'admission'],
    fields: ['name', 'sex', 'birthDate', 'snils', 'languages', 'stay', 'movement', 'files'],
    term: 'goal',
    operations: ['people.', 'classes.'],
  },
  families: {
    whose: ['student', 'guardian'],
    grounds: ['duty', 'parents'],
    fields: ['name', 'kinship', 'notices'],
    term: 'goal',
    operations: [
      'diary.', 'notifications.', 'people.addGuardian', 'people.changeGuardian', 'people.endGuardian', 'people.me', 'people.ofClass',
    ],
  },
  contacts: {
    whose: ['student', 'guardian', 'staff'],
    grounds: ['consent'],
    fields: ['name', 'phone', 'email', 'address'],
    term: 'contacts',
    operations: ['people.setContacts', 'people.contactClasses', 'people.openContacts', 'people.leftContacts', 'people.eraseContacts'],
  },
  employment: {
    whose: ['staff'],
    grounds: ['duty', 'employment'],
    fields: ['name', 'sex', 'birthDate', 'snils', 'position', 'load', 'roles', 'card'],
    term: 'employment',
    operations: ['curriculum.', 'people.addPosition', 'people.changePosition', 'access.roles', 'access.grantRole', 'access.endRole', 'access.addCustomRole', 'access.changeCustomRole', 'school.'],
  },
  accounts: {
    whose: ['student', 'guardian', 'staff'],
    grounds: ['duty', 'protection'],
    fields: ['name', 'login', 'secrets', 'issue', 'sessions', 'compromise', 'support', 'urgent'],
    term: 'account',
    operations: ['access.'],
  },
  consents: {
    whose: ['student', 'guardian'],
    grounds: ['proof'],
    fields: ['name', 'consents', 'files'],
    term: 'consent',
    operations: ['consents.'],
  },
  accuracy: {
    whose: ['student', 'guardian', 'staff'],
    grounds: ['accuracy'],
    fields: ['name', 'requests', 'checks'],
    term: 'request',
    operations: [
      'people.requests', 'people.requestChange', 'people.reportArrival', 'people.reportDeparture', 'people.acceptRequest', 'people.declineRequest',
      'people.withdrawRequest', 'people.askAboutData', 'people.checks', 'people.classChecks', 'people.confirmClass', 'people.confirmStudents',
      'people.familyChecks', 'people.confirmOwn', 'processing.mine',
    ],
  },
  instruction: {
    whose: ['staff', 'guardian', 'student'],
    grounds: ['acts'],
    fields: ['name', 'acknowledgements', 'training'],
    term: 'employment',
    operations: ['school.acts', 'school.acknowledge', 'school.acknowledgements', 'training.'],
  },
  exchange: {
    whose: ['student', 'guardian', 'staff'],
    grounds: ['duty', 'admission'],
    fields: ['name', 'imports'],
    term: 'exchange',
    operations: ['exchange.', 'people.editable', 'people.changeMany', 'people.runs', 'people.takeBack'],
  },
  log: {
    whose: ['student', 'guardian', 'staff'],
    grounds: ['protection'],
    fields: ['name', 'history'],
    term: 'log',
    operations: ['marks.history', 'people.card', 'processing.', 'audit.'],
  },
} as const satisfies Record<string, Purpose> // biome-ignore format: a purpose is read as a whole

export type PurposeKey = keyof typeof purposes
export const purposeKeys = Object.keys(purposes) as PurposeKey[]

/** Operations, or whole modules of them, that touch nobody's personal data: days, bells, counts. */
export const impersonal: readonly string[] = ['calendar.', 'readiness.']

/** The purposes an operation serves; none when it is one that touches nobody's data. A name counts before its module. */
export function purposesOf(operation: string): PurposeKey[] {
  const whose = (said: string) => purposeKeys.filter((key) => (purposes[key].operations as readonly string[]).includes(said))
  const named = whose(operation)
  return named.length > 0 ? named : whose(`${operation.slice(0, operation.indexOf('.'))}.`)
}
