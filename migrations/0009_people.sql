-- People: what is known of them, who may be told of a child, what families report, what is checked every month, and what they agreed to.

alter table person
  add column snils text check (snils ~ '^\d{11}$'),
  add column foreign_languages text not null default '',  -- as the homeroom teacher writes them in October [S0 5.2]
  add column merged_into uuid,                            -- this card was a double of that one
  add foreign key (school_id, merged_into) references person (school_id, id);
create unique index person_snils on person (school_id, snils) where snils is not null and merged_into is null;

-- A name as it is compared: «ё» as «е», hyphens as spaces, Latin letters that look Russian as Russian ones (domain/people/similar.ts).
create function name_key(text) returns text language sql immutable parallel safe
  return trim(regexp_replace(
    translate(lower($1 collate "ru-x-icu"), 'ёabcehkmoptxy-‐‑–—' || chr(160), 'еавсенкмортху      '), '\s+', ' ', 'g'));
create index person_by_key on person (school_id, name_key(surname), name_key(given_name));

alter table guardian_of
  add column lives_with boolean not null default true,
  add column informed boolean not null default true;      -- may this adult be told of the child's learning?
alter table guardian_of drop constraint guardian_of_relation_check;
alter table guardian_of add constraint guardian_of_relation_check
  check (relation in ('mother', 'father', 'guardian', 'trustee', 'adoptive', 'stepmother', 'stepfather', 'grandparent', 'sibling', 'institution', 'other'));

alter table staff add column category text not null default '';

-- Phones, addresses, e-mails: written only when the school has switched the field on. Data that is not there cannot leak.
create table contact (
  school_id int not null,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  kind      text not null check (kind in ('phone', 'email', 'address')),
  value     text not null check (value <> ''),
  removed   boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
create index contact_person on contact (school_id, person_id);
call protect('contact');

-- «Сообщить об изменении данных», «новый ученик», «ученик выбыл»: somebody asks, an administrator decides.
create table change_request (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  kind       text not null check (kind in ('data', 'arrived', 'departed')),
  person_id  uuid,                                        -- about whom; null for somebody who is not here yet
  class_id   uuid,
  author_id  uuid not null,
  proposed   jsonb not null,                              -- fields with the values asked for
  comment    text not null default '',
  state      text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer     text not null default '',
  decided_by uuid,
  asked_at   timestamptz not null default now(),
  decided_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, author_id) references person (school_id, id)
);
create index change_request_state on change_request (school_id, state, asked_at);
call protect('change_request');

-- «Данные проверены»: of a class every month, of each student in the October campaign.
create table data_check (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  class_id   uuid not null,
  student_id uuid,                                        -- null: the class as a whole
  campaign   text not null check (campaign in ('monthly', 'october')),
  month      date not null check (extract(day from month) = 1),
  checked_by uuid not null,
  remarks    text not null default '',
  at         timestamptz not null default now(),
  primary key (school_id, id),
  unique nulls not distinct (school_id, campaign, month, class_id, student_id),
  foreign key (school_id, class_id) references study_group (school_id, id),
  foreign key (school_id, student_id) references person (school_id, id)
);
call protect('data_check');

-- Consents are documents of their own, one purpose each. [156-ФЗ, S4 К4, S2 5.2а]
create table consent_purpose (
  school_id int not null,
  id        uuid not null default uuidv7(),
  name      text not null,
  body      text not null default '',
  version   smallint not null default 1,
  archived  boolean not null default false,
  primary key (school_id, id),
  unique (school_id, name, version),
  foreign key (school_id) references school (school_id)
);
call protect('consent_purpose');

create table consent (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  purpose_id uuid not null,
  student_id uuid not null,
  given_by   uuid,                                        -- the guardian, or the student from the age at which they decide
  state      text not null check (state in ('given', 'refused', 'withdrawn')),
  on_date    date not null,
  carrier    text not null check (carrier in ('paper', 'electronic')),
  number     text not null default '',
  file_id    uuid,
  primary key (school_id, id),
  foreign key (school_id, purpose_id) references consent_purpose (school_id, id),
  foreign key (school_id, student_id) references person (school_id, id),
  foreign key (school_id, given_by) references person (school_id, id),
  foreign key (school_id, file_id) references file (school_id, id)
);
create index consent_of_student on consent (school_id, student_id, purpose_id, on_date);
call protect('consent');

-- Everything that hangs on one card hangs on another from now on, whichever table it is in: whatever points at a person is known from
-- the foreign keys. A row that cannot move because the kept card has one of its own in that place (an acknowledgement, an account) stays.
-- Asks no rule: marks that contradict one another are refused by the command before.
create procedure merge_people(kept uuid, twin uuid) language plpgsql as $$
declare
  own int := current_school();
  place record;
  pair record;
begin
  -- Cells that both have: what the twin's says is carried over where the kept card says nothing, and the twin's is emptied.
  update mark k set "values" = t."values", due_on = t.due_on, comment = t.comment, basis = t.basis
  from mark t where t.school_id = own and t.student_id = twin and k.school_id = own and k.student_id = kept and k.work_id = t.work_id
    and cardinality(k."values") = 0 and k.due_on is null and (cardinality(t."values") > 0 or t.due_on is not null);
  update mark t set "values" = '{}', due_on = null
  from mark k where t.school_id = own and t.student_id = twin and k.school_id = own and k.student_id = kept and k.work_id = t.work_id
    and (cardinality(t."values") > 0 or t.due_on is not null);
  update absence k set code = t.code, minutes = t.minutes
  from absence t where t.school_id = own and t.student_id = twin and k.school_id = own and k.student_id = kept and k.lesson_id = t.lesson_id
    and k.code is null and t.code is not null;
  update absence t set code = null, minutes = null
  from absence k where t.school_id = own and t.student_id = twin and k.school_id = own and k.student_id = kept and k.lesson_id = t.lesson_id
    and t.code is not null;
  update homework_student k set removed = false
  from homework_student t where t.school_id = own and t.student_id = twin and not t.removed
    and k.school_id = own and k.student_id = kept and k.homework_id = t.homework_id and k.removed;

  for place in
    select c.conrelid::regclass as name, a.attname as pointer,
      coalesce((
        select string_agg(format('and not exists (select from %s o where o.school_id = t.school_id and o.%I = $1%s)', c.conrelid::regclass, a.attname, (
          select coalesce(string_agg(format(' and o.%1$I is not distinct from t.%1$I', x.attname), ''), '')
          from unnest(i.indkey::int2[]) k join pg_attribute x on x.attrelid = i.indrelid and x.attnum = k
          where x.attname not in ('school_id', a.attname))), ' ')
        from pg_index i where i.indrelid = c.conrelid and i.indisunique and not i.indisprimary and a.attnum = any(i.indkey::int2[])
      ), '') as free
    from pg_constraint c cross join unnest(c.conkey, c.confkey) key (here, there)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = key.here
      join pg_attribute f on f.attrelid = c.confrelid and f.attnum = key.there
    where c.contype = 'f' and c.confrelid = 'person'::regclass and f.attname = 'id'
    order by 1, 2
  loop
    execute format('update %1$s t set %2$I = $1 where t.school_id = $3 and t.%2$I = $2 %3$s', place.name, place.pointer, place.free)
      using kept, twin, own;
  end loop;

  -- Twice in one group at a time, twice the guardian of one child: one line that covers both, the other goes back and says nothing.
  loop
    select a.id as stays, b.id as goes, least(a.from_date, b.from_date) as first,
      nullif(greatest(coalesce(a.to_date, 'infinity'), coalesce(b.to_date, 'infinity')), 'infinity') as last into pair
    from enrolment a join enrolment b on b.school_id = own and b.student_id = kept and b.group_id = a.group_id and a.id < b.id
      and a.from_date <= coalesce(b.to_date, 'infinity') and b.from_date <= coalesce(a.to_date, 'infinity')
    where a.school_id = own and a.student_id = kept and not a.cancelled and not b.cancelled limit 1;
    exit when not found;
    update enrolment set from_date = pair.first, to_date = pair.last where school_id = own and id = pair.stays;
    update enrolment set student_id = twin, cancelled = true, meant_from = from_date, from_date = '-infinity', to_date = '-infinity' where school_id = own and id = pair.goes;
  end loop;
  loop
    select a.id as stays, b.id as goes, least(a.from_date, b.from_date) as first,
      nullif(greatest(coalesce(a.to_date, 'infinity'), coalesce(b.to_date, 'infinity')), 'infinity') as last,
      a.informed and b.informed as informed into pair
    from guardian_of a join guardian_of b on b.school_id = own and b.student_id = a.student_id and b.guardian_id = a.guardian_id and a.id < b.id
      and a.from_date <= coalesce(b.to_date, 'infinity') and b.from_date <= coalesce(a.to_date, 'infinity')
    where a.school_id = own and kept in (a.student_id, a.guardian_id) limit 1;
    exit when not found;
    update guardian_of set from_date = pair.first, to_date = pair.last, informed = pair.informed where school_id = own and id = pair.stays;
    update guardian_of set from_date = '0001-01-02', to_date = '0001-01-01' where school_id = own and id = pair.goes;
  end loop;
end $$;
