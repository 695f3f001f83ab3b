-- Lists of 2,000 people, many cards changed at once, and what was done to many rows taken back.

-- What known_people of migration 0012 says, read list by list and put together by person: one pass over each table however many people
-- there are. Looking every person up in every list cost a school of 2,000 students 400 ms.
create or replace function known_people(today date)
returns table (person_id uuid, surname text, given_name text, patronymic text, kind text, class_id uuid, class_name text, detail text, here boolean)
language sql stable as $$
  with stay as materialized (
    select e.student_id, u.class_id, coalesce(k.name, u.name) as class_name, least(e.to_date, y.to_date + 62) as until,
      u.kind in ('class', 'individual') as home,
      row_number() over (partition by e.student_id, u.kind in ('class', 'individual') order by (e.from_date <= today) desc, e.from_date desc, u.kind) as place
    from enrolment e join study_group u on u.school_id = e.school_id and u.id = e.group_id
      join school_year y on y.school_id = u.school_id and y.id = u.school_year_id
      left join study_group k on k.school_id = u.school_id and k.id = u.class_id
    where e.school_id = current_school()
  ), fact (person_id, works, worked, positions, class_id, class_name, until, names, here) as (
    select f.person_id, bool_or(today <= coalesce(f.to_date, 'infinity')), true,
      string_agg(f.position, ', ') filter (where today between f.from_date and coalesce(f.to_date, 'infinity')), null::uuid, null, null::date, null, null::boolean
    from staff f where f.school_id = current_school() group by f.person_id
    union all
    select r.person_id, true, null, null, null, null, null, null, null from role_grant r
    where r.school_id = current_school() and today <= coalesce(r.to_date, 'infinity')
    union all
    select t.teacher_id, true, null, null, null, null, null, null, null from assignment t
    where t.school_id = current_school() and today <= coalesce(t.to_date, 'infinity')
    union all
    select s.student_id, null, null, null, s.class_id, s.class_name, coalesce(s.until, 'infinity'), null, null from stay s where s.home and s.place = 1
    union all
    select o.guardian_id, null, null, null, null, null, null, string_agg(w.given_name || ' ' || w.surname, ', ' order by w.born_on),
      bool_or(today between o.from_date and coalesce(o.to_date, 'infinity') and u.until >= today)
    from guardian_of o join person w on w.school_id = o.school_id and w.id = o.student_id
      left join (select student_id, max(until) as until from stay group by student_id) u on u.student_id = o.student_id
    where o.school_id = current_school() group by o.guardian_id
  ), known as (
    select person_id, bool_or(works) as works, bool_or(worked) as worked, max(positions) as positions, max(until) as until, max(class_name) as class_name,
      (array_agg(class_id) filter (where class_id is not null))[1] as class_id, max(names) as names, bool_or(here) as here
    from fact group by person_id
  )
  select p.id, p.surname, p.given_name, p.patronymic,
    case when k.works then 'staff' when k.until is not null then 'student' when k.worked then 'staff' when k.names is not null then 'guardian' end,
    k.class_id, k.class_name,
    case when k.works then coalesce(k.positions, '') when k.until is not null then coalesce(k.class_name, '') when k.worked then '' else coalesce(k.names, '') end,
    coalesce(k.works or k.until >= today or k.here, false)
  from person p left join known k on k.person_id = p.id
  where p.school_id = current_school() and p.merged_into is null
$$;

-- What was done to many rows of cards in one operation: a merge, a change of many at once. Stands until it is taken back.
create table card_run (
  school_id    int not null,
  id           uuid not null default uuidv7(),
  operation_id uuid not null,
  people       int not null,                              -- how many cards
  first_change bigint not null,                           -- what it wrote stands in the history between these two
  last_change  bigint not null,
  undone_by    uuid,                                      -- the operation that took it back
  primary key (school_id, id),
  foreign key (school_id) references school (school_id)
);
create unique index card_run_operation on card_run (school_id, operation_id);
call protect('card_run');

-- Takes a run back: every field that it changed gets its former value, the last changed row first. Fields that it left alone keep what has
-- been written since; what is new stays where it was written. Refuses when somebody has changed such a field since (ZV003, its row in the detail) and
-- when the run does not stand (ZV004). Ended sessions stay ended. Answers how many rows it wrote.
create function put_back(run uuid) returns int language plpgsql as $$
declare
  own int := current_school();
  done card_run;
  item record;
  former jsonb;
  standing jsonb;
  columns text;
  n int := 0;
begin
  select * into done from card_run where school_id = own and id = run and undone_by is null for update;
  if not found then
    raise exception 'no run that stands' using errcode = 'ZV004';
  end if;
  for item in
    select table_name, row_id, (array_agg(before order by id))[1] as before, (array_agg(after order by id desc))[1] as after
    from change
    where school_id = own and id between done.first_change and done.last_change and operation_id = done.operation_id
      and before is not null and after is not null and table_name <> 'session'
    group by table_name, row_id order by max(id) desc
  loop
    select jsonb_object_agg(key, value), string_agg(quote_ident(key), ', ') into former, columns
    from jsonb_each(item.before) where value is distinct from item.after -> key;
    continue when former is null;
    execute format('select to_jsonb(t) from %I t where t.school_id = $1 and t.id = $2 for update', item.table_name)
      into standing using own, item.row_id;
    if exists (select from jsonb_object_keys(former) key where standing -> key is distinct from item.after -> key) then
      raise exception 'changed since' using errcode = 'ZV003', detail = item.table_name || ' ' || item.row_id;
    end if;
    execute format('update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(t, $3)) where t.school_id = $1 and t.id = $2', item.table_name, columns)
      using own, item.row_id, former;
    n := n + 1;
  end loop;
  return n;
end $$;

-- Whose papers a scan holds.
create index consent_file on consent (school_id, file_id) where file_id is not null;
