-- Schools, their settings, their people.

create table school (
  school_id  int primary key,
  id         uuid not null unique default uuidv7(),
  name       text not null,               -- «МБОУ „СОШ № 12“»
  full_name  text not null,
  city       text not null,
  time_zone  text not null default 'Europe/Moscow',
  shift_days smallint not null default 5 check (shift_days in (5, 6))   -- учебная неделя
);

-- A policy of the school: a value that changes a rule (domain/school/policies.ts names them all).
create table setting (
  school_id int not null references school,
  id        uuid not null default uuidv7(),
  key       text not null,
  value     jsonb not null,
  primary key (school_id, id),
  unique (school_id, key)
);

create table person (
  school_id   int not null references school,
  id          uuid not null default uuidv7(),
  surname     text collate russian not null check (surname <> ''),
  given_name  text collate russian not null check (given_name <> ''),
  patronymic  text collate russian not null default '',
  sex         text not null check (sex in ('f', 'm')),
  born_on     date,
  primary key (school_id, id)
);
create index person_by_name on person (school_id, surname, given_name);

-- «ё» is found as «е», and the reverse.
create function search_form(text) returns text language sql immutable parallel safe
  return translate(lower($1 collate "ru-x-icu"), 'ё', 'е');

-- Who may be told about whom, from when to when.
create table guardian_of (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  guardian_id uuid not null,
  student_id  uuid not null,
  relation    text not null check (relation in ('mother', 'father', 'guardian', 'grandparent')),
  from_date   date not null default '2000-01-01',
  to_date     date,                       -- null: still so
  primary key (school_id, id),
  foreign key (school_id, guardian_id) references person,
  foreign key (school_id, student_id) references person,
  check (guardian_id <> student_id)
);
create index guardian_of_guardian on guardian_of (school_id, guardian_id);
create index guardian_of_student on guardian_of (school_id, student_id);

create table staff (
  school_id int not null,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  position  text not null,                -- «учитель математики»
  from_date date not null,
  to_date   date,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person
);
create index staff_person on staff (school_id, person_id);

call protect('school');
-- The owner lists schools (for jobs); the server's role sees its own only.
create policy owner_lists_schools on school for select to current_user using (true);
call protect('setting');
call protect('person');
call protect('guardian_of');
call protect('staff');
