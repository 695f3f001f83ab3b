import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from './database.ts'
import { codeOf, moduleOf, sources } from './sources.ts'

/** Who writes a table. Everybody may read it: joins are what one database is for. */
const owners: Record<string, string> = {
  operation: 'platform',
  change: 'platform', // by its triggers alone
  outbox: 'platform',
  refusal: 'platform',
  heartbeat: 'platform',
  migration: 'platform',

  account: 'access',
  session: 'access',
  session_touch: 'access',
  role_grant: 'access',
  custom_role: 'access',
  right_choice: 'access',
  urgent_access: 'access',
  urgent_look: 'access',
  urgent_told: 'access',
  recovery_code: 'access',
  passkey: 'access',
  credential_issue: 'access',
  compromise: 'access',
  double_use: 'access',
  double_use_place: 'access',
  support_service: 'access',
  support_ticket: 'access',
  rescue: 'access',
  rescue_seen: 'access',
  sign_in_attempt: 'access',

  log_leaf: 'audit',
  log_subject: 'audit',
  log_seal: 'audit',
  log_check: 'audit',

  school: 'school',
  setting: 'school',
  local_act: 'school',
  acknowledgement: 'school',

  person: 'people',
  staff: 'people',
  guardian_of: 'people',
  contact: 'people',
  erased_record: 'people',
  change_request: 'people',
  data_check: 'people',
  family_check: 'people',
  card_run: 'people',

  school_year: 'calendar',
  term: 'calendar',
  day_exception: 'calendar',
  bell: 'calendar',

  study_group: 'classes',
  school_class: 'classes',
  group_class: 'classes',
  homeroom: 'classes',
  group_proposal: 'classes',
  enrolment: 'classes',
  movement: 'classes',
  own_subject: 'classes',

  subject: 'curriculum',
  room: 'curriculum',
  profile: 'curriculum',
  curriculum: 'curriculum',
  curriculum_line: 'curriculum',
  course: 'curriculum',
  assignment: 'curriculum',

  consent_purpose: 'consents',
  consent: 'consents',

  training: 'training',
  training_person: 'training',
  training_notice: 'training',

  processing_operator: 'processing',
  processing_note: 'processing',
  processing_purpose: 'processing',
  security_measure: 'processing',

  import_run: 'exchange',
  import_mapping: 'exchange',
  import_upload: 'exchange',

  lesson: 'journal',
  reminder: 'journal',
  work: 'marks',
  mark: 'marks',
  absence: 'attendance',
  homework: 'homework',
  homework_student: 'homework',
  homework_file: 'homework',
  file: 'homework',
  file_content: 'homework',
  notice: 'notifications',
  notice_choice: 'notifications',
  notice_hours: 'notifications',
}
/** Nothing in the program writes them yet: they come by laying a school out. */
const laidOut = ['slot', 'work_type']

/** Writes into another's table, by name and with the reason. */
const agreed: Record<string, string> = {
  'server/curriculum/hours.ts writes study_group': 'which curriculum a class follows is said where the curricula are',
  'server/curriculum/courses.ts writes study_group': 'groups that a curriculum asks for are made with their courses',
  'server/curriculum/courses.ts writes enrolment': 'a group for everybody of a class is joined by everybody of it',
  'server/curriculum/assignmentRows.ts writes lesson': 'lessons pass to who takes the course over',
  'server/calendar/workingDays.ts writes lesson':
    'a working day by the timetable of another brings its lessons, and takes them away',
  'server/calendar/workingDays.ts writes work': 'a lesson begins with its one column',
  'server/calendar/discard.ts writes enrolment': 'who was promoted into a draft goes back with it',
  'server/calendar/discard.ts writes movement': 'orders of a promotion into a draft are crossed out with it',
  'server/calendar/exceptions.ts writes lesson': 'a day off cancels its lessons, and gives them back',
  'server/calendar/bells.ts writes study_group': 'shift and week of a class are part of the regime of the year',
  'server/access/openSchool.ts writes operation': 'an empty database has no executor yet',
  'server/access/rescue.ts writes operation': 'whoever stands at the machine has no session',
  'server/readiness/commands.ts writes school': 'the day from which there is no paper stands on the card of the school',
  'server/access/openSchool.ts writes school': 'the first school is opened with its first administrator',
  'server/access/openSchool.ts writes person': 'the first school is opened with its first administrator',
  'server/access/openSchool.ts writes staff': 'the first school is opened with its first administrator',
  'server/platform/db.ts writes room': 'a temporary table, which shows that the disk has room',
  'server/attendance/commands.ts writes lesson': 'calling the roll is said of the lesson',
  'server/notifications/deliver.ts writes outbox': 'what was told leaves the outbox',
  'server/jobs.ts writes sign_in_attempt': 'guesses are forgotten after a month',
}

const writes = (file: string): string[] => [
  ...new Set(
    [...codeOf(file).matchAll(/\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+([a-z_]+)\b/g)].map(
      ([, table]) => table!,
    ),
  ),
]

test('a table is written by the module that owns it', () => {
  const known = new Set([...Object.keys(owners), ...laidOut])
  const wrong: string[] = []
  for (const file of sources('server/**/*.ts')) {
    for (const table of writes(file).filter((one) => known.has(one))) {
      const line = `${file} writes ${table}`
      if (owners[table] !== (moduleOf(file) ?? 'root') && !agreed[line]) wrong.push(line)
    }
  }
  assert.deepEqual(wrong, [])
})

test('agreed writes into another’s table are still there', () => {
  for (const line of Object.keys(agreed)) {
    const [file, table] = line.split(' writes ')
    assert.ok(writes(file!).includes(table!), `${line}: take the line away`)
  }
})

test('every table has an owner', async () => {
  const { owner } = await testDatabase()
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  assert.deepEqual(
    rows.map((row) => row.name),
    [...Object.keys(owners), ...laidOut].sort(),
  )
})

test('statements are written with their values apart', () => {
  // A value inside the text of a statement is how strangers get to write statements of their own.
  const glued = sources('server/**/*.ts').filter((file) => /\b(?:query|rows|one|maybe|run)\(\s*`[^`]*\$\{/.test(codeOf(file)))
  assert.deepEqual(glued, ['server/platform/live.ts'], 'listening takes a name and no value')
})
