-- Spreadsheets in and out: what was imported, how its columns were read, and how an import is taken back.

create table import_run (
  school_id    int not null,
  id           uuid not null default uuidv7(),
  operation_id uuid not null,                             -- everything that it wrote, it wrote under this operation
  kind         text not null,
  file_name    text not null,
  sha256       bytea not null,
  counts       jsonb not null,
  first_change bigint not null,                           -- what it wrote stands in the history between these two
  last_change  bigint not null,
  undone_by    uuid,                                      -- the operation that took it back
  primary key (school_id, id),
  foreign key (school_id) references school (school_id)
);
create unique index import_run_operation on import_run (school_id, operation_id);
call protect('import_run');

create table import_mapping (
  school_id int not null,
  id        uuid not null default uuidv7(),
  kind      text not null,
  columns   jsonb not null,                               -- heading of the file -> field
  primary key (school_id, id),
  unique (school_id, kind),
  foreign key (school_id) references school (school_id)
);
call protect('import_mapping');

-- What was read of an uploaded file, between the dry run and the import: an hour at most, then it is emptied. The import itself is in the
-- history; the file is not, so that lists of children lie about nowhere.
create table import_upload (
  school_id int not null,
  id        uuid not null,
  name      text not null,
  sha256    bytea not null,
  sheets    bytea not null,                               -- compressed; '' when its hour is over
  at        timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id) references school (school_id)
);
call wall('import_upload');
grant select, insert, update on import_upload to zvonok_app;

-- Takes back what one import wrote: rows it changed get their former values, the last change first; then rows it made disappear, those
-- that point at others first. History keeps both. Nothing but an import that stands is taken back (ZV004). Refuses when a row is not
-- as the import left it (ZV003, its table and id in the detail), and by a foreign key when something new hangs on a row that would go. Answers how many
-- rows it wrote.
create function take_back(taken uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own int := current_school();
  run import_run;
  later change;
  step record;
  columns text;
  made text[];
  leaf text;
  n int;
  undone int := 0;
begin
  select * into run from import_run where school_id = own and operation_id = taken for update;
  if run.id is null or run.undone_by is not null or not exists (
    select from operation where school_id = own and id = taken and name = 'exchange.import'
  ) then
    raise exception 'no import that stands' using errcode = 'ZV004';
  end if;
  -- A step is a run of changes of one table: what one statement changed, or several in a row.
  for step in
    select table_name, min(id) as first, max(id) as last
    from (
      select id, table_name, sum(starts) over (order by id) as number
      from (
        select id, table_name, (table_name is distinct from lag(table_name) over (order by id))::int as starts
        from change where school_id = own and id between run.first_change and run.last_change and operation_id = taken and before is not null
      ) c
    ) c
    group by number, table_name order by number desc
  loop
    select string_agg(distinct quote_ident(key), ', ') into columns
    from change m cross join jsonb_object_keys(m.before) key
    where m.school_id = own and m.id between step.first and step.last and m.operation_id = taken and m.before is not null
      and key not in ('school_id', 'id');
    -- A row that one step changed twice gets what it said before the first time.
    execute format(
      'update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, m.before))
       from (select distinct on (row_id) row_id, before from change
         where school_id = $1 and id between $2 and $3 and operation_id = $4 and before is not null order by row_id, id) m
       where t.school_id = $1 and t.id = m.row_id', step.table_name, columns
    ) using own, step.first, step.last, taken;
    get diagnostics n = row_count;
    undone := undone + n;
  end loop;
  made := array(select distinct table_name from change
    where school_id = own and id between run.first_change and run.last_change and operation_id = taken and before is null and table_name <> 'import_run');
  while cardinality(made) > 0 loop
    -- A table at which none of the others points.
    select t into leaf from unnest(made) t
    order by exists (select from pg_constraint c where c.contype = 'f' and c.confrelid = t::regclass and c.conrelid <> c.confrelid
      and c.conrelid::regclass::text = any(made)), t limit 1;
    execute format(
      'delete from %I t using change m where m.school_id = $1 and m.id between $2 and $3 and m.operation_id = $4 and m.table_name = $5
         and m.before is null and t.school_id = $1 and t.id = m.row_id', leaf
    ) using own, run.first_change, run.last_change, taken, leaf;
    get diagnostics n = row_count;
    undone := undone + n;
    made := array_remove(made, leaf);
  end loop;
  -- Looked at when every row is held: what somebody was just changing has been committed by now, or waits for us. A change that was put
  -- back since, by taking back a later import for one, is none.
  select c.* into later
  from (
    select distinct on (table_name, row_id) id, table_name, row_id, after from change
    where school_id = own and id between run.first_change and run.last_change and operation_id = taken and table_name <> 'import_run'
    order by table_name, row_id, id desc
  ) m cross join lateral (
    select * from change c where c.school_id = own and c.row_id = m.row_id and c.table_name = m.table_name and c.id > m.id
      and c.operation_id <> current_operation() order by c.id desc limit 1
  ) c
  where c.after is distinct from m.after
  order by c.id desc limit 1;
  if later.id is not null then
    raise exception 'changed since' using errcode = 'ZV003', detail = later.table_name || ' ' || later.row_id;
  end if;
  return undone;
end $$;
revoke all on function take_back(uuid) from public;
grant execute on function take_back(uuid) to zvonok_app;
