import type pg from 'pg'

type Table = {
  name: string
  columns: string[]
  constraints: string[]
  indexes: string[]
  wall: string[]
  audited: boolean
  rights: string
}

/** The schema as it stands, readable: what all migrations together have made. */
export async function printedSchema(owner: pg.Pool): Promise<string> {
  const { rows: tables } = await owner.query<Table>(`
    select t.relname as name,
      array(select format('%s %s%s%s', rpad(quote_ident(a.attname), 20),
          format_type(a.atttypid, a.atttypmod) || case when a.attcollation = 'russian'::regcollation then ' collate russian' else '' end,
          case when a.attnotnull then ' not null' else '' end,
          case when a.attidentity <> '' then ' generated always as identity' else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      array(select pg_get_constraintdef(c.oid) from pg_constraint c where c.conrelid = t.oid and c.contype <> 'n'
        order by position(c.contype::text in 'pufcx'), c.conname) as constraints,
      array(select pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = t.oid
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 1) as indexes,
      array(select format('%s for %s to %s using %s', p.policyname, lower(p.cmd), case when 'zvonok_app' = any(p.roles) or 'public' = any(p.roles) then 'all' else 'the owner' end, p.qual)
        from pg_policies p where p.schemaname = 'public' and p.tablename = t.relname order by p.policyname) as wall,
      exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'record_update') as audited,
      array_to_string(array(select lower(p) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p where has_table_privilege('zvonok_app', t.oid, p)), ', ') as rights
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') order by t.relname`)
  const { rows: functions } = await owner.query<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by proname`,
  )
  const head = '-- The schema that the migrations make, printed by tests/schema.test.ts. To read, never to run.'
  return [head, ...tables.map(tableText), ...functions.map(({ text }) => `${text.trim()};`)].join('\n\n') + '\n'
}

function tableText({ name, columns, constraints, indexes, wall, audited, rights }: Table): string {
  const inside = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n')
  const notes = [
    ...wall.map((policy) => `-- wall: ${policy}`),
    audited ? '-- history: every row before and after' : '-- no history',
    `-- the server may: ${rights || 'nothing'}`,
  ]
  return [
    `create table ${name} (\n${inside}\n);`,
    ...indexes.map((index) => `${index.replaceAll('public.', '')};`),
    ...notes,
  ].join('\n')
}
