-- The stage on which every table stands: schools as walls, and a history that nobody has to remember to write.

-- «ё» sorts with «е», capitals with small letters.
create collation russian (provider = icu, locale = 'ru-RU');

-- The school of the running transaction. After `set local` a setting becomes '' and not null: hence nullif.
create function current_school() returns int language sql stable parallel safe
  return nullif(current_setting('app.school_id', true), '')::int;

create function current_operation() returns uuid language plpgsql stable as $$
declare
  operation_id text := current_setting('app.operation_id', true);
begin
  if operation_id is null or operation_id = '' then
    raise exception 'write outside an operation' using errcode = 'ZV001';
  end if;
  return operation_id::uuid;
end $$;

-- The intention: who wanted what, and what they were answered. Written once, never changed.
create table operation (
  school_id  int not null,
  id         uuid not null,             -- made by the client, so that a retry is the same operation
  name       text not null,             -- 'marks.set'
  actor_id   uuid not null,             -- person
  session_id uuid,                      -- null for jobs and imports
  about      uuid,                      -- the subject: lesson, student, account …
  input      jsonb not null,
  output     jsonb not null,
  at         timestamptz not null default now(),
  primary key (school_id, id)
);
create index operation_by_actor on operation (school_id, actor_id, at);

-- The effect: every row of every table before and after.
create table change (
  school_id    int not null,
  id           bigint generated always as identity,
  operation_id uuid not null,
  table_name   text not null,
  row_id       uuid not null,
  before       jsonb,
  after        jsonb,
  primary key (school_id, id)
);
create index change_of_row on change (school_id, row_id);

-- Operations that somebody still has to be told of. A row leaves when its notices are written.
create table outbox (
  school_id    int not null,
  operation_id uuid not null,
  name         text not null,
  about        uuid,
  at           timestamptz not null default now(),
  primary key (school_id, operation_id)
);

-- One statement trigger per kind of write: a year of lessons costs one insert … select, not thirty thousand.
create function record_insert() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into change (school_id, operation_id, table_name, row_id, after)
  select n.school_id, current_operation(), tg_table_name, n.id, case when tg_nargs = 0 then to_jsonb(n) else to_jsonb(n) - tg_argv end from new_rows n;
  return null;
end $$;

create function record_update() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into change (school_id, operation_id, table_name, row_id, before, after)
  select n.school_id, current_operation(), tg_table_name, n.id, case when tg_nargs = 0 then to_jsonb(o) else to_jsonb(o) - tg_argv end,
    case when tg_nargs = 0 then to_jsonb(n) else to_jsonb(n) - tg_argv end
  from new_rows n join old_rows o on o.school_id = n.school_id and o.id = n.id;
  return null;
end $$;

create function record_delete() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into change (school_id, operation_id, table_name, row_id, before)
  select o.school_id, current_operation(), tg_table_name, o.id, case when tg_nargs = 0 then to_jsonb(o) else to_jsonb(o) - tg_argv end from old_rows o;
  return null;
end $$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'zvonok_app') then
    create role zvonok_app login nosuperuser nobypassrls;
  end if;
  -- An owner that is no superuser steps down to the server's role for every connection of the server.
  if not pg_has_role(current_user, 'zvonok_app', 'set') then
    execute format('grant zvonok_app to %I with set true, inherit false', current_user);
  end if;
end $$;

-- The wall: a query that forgets its school sees nothing, a row cannot be written for another one.
create procedure wall(name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  -- Without `(select …)`: the queries' own `school_id = current_school()` is then the same condition and is planned once, which takes a
  -- tenth of the time off a diary week and a fifth off looking a lesson up.
  execute format('create policy own_school on %I using (school_id = current_school())', name);
end $$;

-- Every table of a school goes through here: wall, history, rights of the server's role. Columns named secret never reach the history.
create procedure protect(name text, variadic secret text[] default '{}') language plpgsql as $$
declare
  without text := (select coalesce(string_agg(quote_literal(s), ', '), '') from unnest(secret) s);
begin
  call wall(name);
  execute format('create trigger record_insert after insert on %I referencing new table as new_rows for each statement execute function record_insert(%s)', name, without);
  execute format('create trigger record_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function record_update(%s)', name, without);
  execute format('create trigger record_delete after delete on %I referencing old table as old_rows for each statement execute function record_delete(%s)', name, without);
  execute format('grant select, insert, update on %I to zvonok_app', name);   -- nothing is ever deleted
end $$;

call wall('operation');
call wall('change');
call wall('outbox');
grant usage on schema public to zvonok_app;
grant select, insert on operation to zvonok_app;
grant select on change to zvonok_app;          -- only the triggers write it
grant select, insert, delete on outbox to zvonok_app;
