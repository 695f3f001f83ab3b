import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allFieldNames, fieldName, isOfMachines } from '#domain/audit/fields.texts.ru.ts'
import { tableNames } from '#domain/audit/names.texts.ru.ts'
import { testDatabase } from '#tests/database.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'
import { codeNames } from './codes.texts.ru.ts'

type Protected = { name: string; columns: string[]; checks: string[] }

async function protectedTables(): Promise<Protected[]> {
  const { rows } = await (await testDatabase()).owner.query<Protected>(`
    select t.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      array(select pg_get_constraintdef(c.oid) from pg_constraint c where c.conrelid = t.oid and c.contype = 'c') as checks
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'record_update') order by 1`)
  return rows
}

test('every table with a history has a name, and every column of it a name or a place among those of machines [R053]', async () => {
  const tables = await protectedTables()
  assert.ok(tables.length > 60)
  assert.deepEqual(Object.keys(tableNames).sort(), tables.map(({ name }) => name).sort())
  const bare = tables.flatMap(({ name, columns }) =>
    columns
      .filter((column) => fieldName(name, column) === null && !isOfMachines(name, column))
      .map((column) => `${name}.${column}`),
  )
  assert.deepEqual(bare, [], 'domain/audit/fields.texts.ru.ts: name them, or list them as numbers of machines')
})

test('no name is left of a column that there is no more [R053]', async () => {
  const tables = await protectedTables()
  const has = (table: string, column: string) =>
    tables.some(({ name, columns }) => (table === '*' || name === table) && columns.includes(column))
  const dead = [
    ...allFieldNames,
    ...Object.keys(codeNames).map((key) => ({ table: key.split('.')[0]!, column: key.split('.')[1]! })),
  ]
  assert.deepEqual(
    dead.filter(({ table, column }) => !has(table, column)).map(({ table, column }) => `${table}.${column}`),
    [],
  )
})

test('every code that the schema allows in a column has its words [R053]', async () => {
  const tables = await protectedTables()
  const without = tables.flatMap(({ name, checks }) =>
    checks.flatMap((check) => {
      const [, column, list] = /\(?(\w+) = ANY \(ARRAY\[('[^\]]+)\]/.exec(check) ?? []
      if (!column) return []
      const codes = [...list!.matchAll(/'([^']+)'/g)].map(([, code]) => code!)
      return codes.filter((code) => !codeNames[`${name}.${column}`]?.[code]).map((code) => `${name}.${column}: ${code}`)
    }),
  )
  assert.deepEqual(without, [])
})

async function changed(world: World, by: PersonKey, did: () => Promise<unknown>) {
  await did()
  const { entries } = await world.asks(by, 'audit.log', {})
  const { rows } = await world.asks(by, 'audit.action', { operationId: entries[0]!.operationId })
  return rows.map(({ table, label, fields }) => ({
    table,
    label,
    fields: fields.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
  }))
}

test('a changed rule of the school shows its title and its values as the settings page says them [R053]', async () => {
  const world = await newWorld()
  const set = (value: number | null, expected: number | null) => () =>
    world.does('morozov', 'school.setPolicy', { key: 'marks.editDays', value, expected })
  const title = 'Сколько дней учитель может менять отметки за урок'
  const [first] = await changed(world, 'morozov', set(7, null))
  assert.deepEqual(first, {
    table: 'Правило школы',
    label: title,
    fields: [`правило:  → ${title}`, 'значение:  → 7 дней'],
  })
  const [second] = await changed(world, 'morozov', set(null, 7))
  assert.deepEqual(second, { table: 'Правило школы', label: title, fields: ['значение: 7 дней → до закрытия периода'] })
})

test('roles, categories, relations stand in an entry in words [R053]', async () => {
  const world = await newWorld()
  const [grant] = await changed(world, 'kiselev', () =>
    world.does('kiselev', 'access.grantRole', {
      personId: world.who.ivanova,
      role: 'deputyHead',
      customRoleId: null,
      from: '2026-11-20',
      to: null,
      orderNumber: '14-к',
      orderDate: '2026-11-19',
    }),
  )
  assert.ok(grant!.fields.includes('роль:  → Заместитель директора'), JSON.stringify(grant))
  assert.doesNotMatch(JSON.stringify(grant), /deputyHead|[0-9a-f]{8}-/)
})
