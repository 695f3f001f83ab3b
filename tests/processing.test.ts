import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '#domain/operations.ts'
import { permissions } from '#domain/permissions.ts'
import { type FieldKey, fieldKeys, fields } from '#domain/processing/fields.ts'
import { impersonal, purposeKeys, purposes, purposesOf } from '#domain/processing/purposes.ts'
import { whoIs, whoMay } from '#domain/processing/who.ts'
import { testDatabase } from './database.ts'

/** Columns that tell nothing of a person, by table; '*' stands for all that are numbers, days, flags and ids of things. */
const ofNobody: Record<string, string> = {
  bell: '*',
  card_run: '*',
  change: '*',
  change_request: '*',
  consent_purpose: '* name body',
  course: '* scale',
  curriculum: '* name',
  curriculum_line: '* part',
  custom_role: '* name rights',
  day_exception: '* kind name',
  file: '* media_type',
  file_content: '*',
  group_class: '*',
  group_proposal: '* state',
  heartbeat: '*',
  homework: '*',
  homework_file: '*',
  import_mapping: '* kind columns',
  import_run: '*',
  lesson: '*',
  local_act: '* kind title number body',
  migration: '* name shape',
  operation: '*',
  outbox: '*',
  processing_note: '* purpose basis kept transfer transferred_to',
  processing_operator: '* hosting_address hosting_owner order_number level_act notice_number',
  processing_purpose: '* name basis whose data access kept transfer transferred_to',
  log_check: '*',
  log_leaf: '*',
  log_seal: '*',
  profile: '* name',
  right_choice: '* capability category order_number',
  refusal: '*',
  room: '* name kind',
  school: '* name full_name city time_zone inn ogrn address phone email site',
  school_class: '* letter',
  school_year: '* name',
  security_measure: '* measure act',
  setting: '* key value',
  slot: '* week',
  study_group: '* kind',
  support_service: '* kind site hours',
  training: '*',
  subject: '* name short_name area',
  term: '* kind name',
  work: '*',
  work_type: '* name short_name',
}

type Column = { table: string; column: string; type: string; ofPerson: boolean }

/** Every column of every table, and whether it points at a person or an account. */
const columns = async (): Promise<Column[]> => {
  const { owner } = await testDatabase()
  const { rows } = await owner.query(`
    select c.relname as table, a.attname as column, t.typname as type, exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
        and k.confrelid in ('person'::regclass, 'account'::regclass)) as "ofPerson"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname not in ('id', 'school_id') order by 1, 2`)
  return rows as Column[]
}

const told = (said: string | undefined, column: string) => (said ?? '').split(' ').includes(column)
const isField = ({ table, column }: Column) =>
  Object.values(fields).some((of) => told((of as Record<string, string>)[table], column))
/** Numbers, days, flags and ids of things say nothing by themselves; texts, bytes, and whoever is pointed at, do. */
const isPlain = ({ type, ofPerson }: Column) => !ofPerson && !['text', '_text', 'jsonb', 'json', 'bytea'].includes(type)

test('every column with personal data belongs to a field of the register of processing [R060]', async () => {
  const all = await columns()
  const strangers = all.filter((one) => {
    const said = ofNobody[one.table]
    return !isField(one) && !told(said, one.column) && !(told(said, '*') && isPlain(one))
  })
  assert.deepEqual(
    strangers.map(({ table, column }) => `${table}.${column}`),
    [],
    'say in domain/processing/fields.ts which kind of data it is, or here that it is nobody’s',
  )
  const named = Object.entries(fields).flatMap(([field, of]) =>
    Object.entries(of).flatMap(([table, list]) => list.split(' ').map((column) => ({ field, table, column }))),
  )
  const gone = named.filter(({ table, column }) => !all.some((one) => one.table === table && one.column === column))
  assert.deepEqual(gone, [], 'a field names a column that is not there')
})

test('every field belongs to a purpose, every operation too, or it touches nobody’s data [R060]', () => {
  const used = new Set<FieldKey>(purposeKeys.flatMap((key) => purposes[key].fields as readonly FieldKey[]))
  assert.deepEqual(
    fieldKeys.filter((field) => !used.has(field)),
    [],
  )
  const names = Object.keys(operations)
  const free = names.filter(
    (name) => purposesOf(name).length === 0 && !impersonal.some((said) => name === said || name.startsWith(said)),
  )
  assert.deepEqual(free, [], 'say in domain/processing/purposes.ts what it is for')
  const said = [...purposeKeys.flatMap((key) => purposes[key].operations as readonly string[]), ...impersonal]
  const unknown = said.filter((one) => !names.some((name) => name === one || (one.endsWith('.') && name.startsWith(one))))
  assert.deepEqual(unknown, [], 'an operation that is not there')
})

test('who has access follows from the permissions, and every relation has its name [R060]', () => {
  const nameless = Object.values(permissions).flatMap((row) => row.filter((relation) => whoIs(relation, {}) === 'other'))
  assert.deepEqual(
    nameless.map(({ name }) => name),
    [],
    'name it in domain/processing/who.ts',
  )
  assert.deepEqual(whoMay(permissions, ['people.merge'], {}), ['administrator'])
  assert.deepEqual(whoMay(permissions, ['diary.week', 'people.list'], {}), [
    'administrator',
    'head',
    'deputyHead',
    'homeroom',
    'custom',
    'guardian',
    'student',
  ])
  assert.deepEqual(whoMay({ 'a.b': [() => true] }, ['a.b', 'a.c'], {}), ['other'])
})
