import type pg from 'pg'

/**
 * What the program relies on in the database, a line each: tables, columns, constraints, indices, switched-on triggers, walls, rights,
 * functions. Names and states, not definitions: another release of PostgreSQL may word those in its own way.
 */
export async function schemaShape(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    with "table" as (
      select oid, relname as name, relrowsecurity, relforcerowsecurity, relacl from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'
    )
    select format('%s.%s %s%s', t.name, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end) as line
      from "table" t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped
    union all
    select format('%s: constraint %s', t.name, c.conname) from "table" t join pg_constraint c on c.conrelid = t.oid where c.contype <> 'n'
    union all
    select format('%s: index %s', t.name, c.relname) from "table" t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
      where i.indisvalid
    union all
    select format('%s: trigger %s', t.name, g.tgname) from "table" t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal and g.tgenabled <> 'D'
    union all
    select format('%s: policy %s', t.name, p.polname) from "table" t join pg_policy p on p.polrelid = t.oid where t.relrowsecurity and t.relforcerowsecurity
    union all
    select format('%s: zvonok_app may %s', t.name, lower(r.privilege_type)) from "table" t, aclexplode(t.relacl) r
      where r.grantee = (select oid from pg_roles where rolname = 'zvonok_app')
    union all
    select format('function %s %s', proname, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`)
  return rows.map((row) => row.line)
}
