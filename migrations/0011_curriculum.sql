-- What is taught: subjects by areas, rooms, profiles, curricula with half-hours a week, and who teaches how much.

-- A name as people mean it: «ё» is «е», capitals and spaces say nothing.
create function plain_name(name text) returns text language sql immutable parallel safe
  return lower(replace(replace(regexp_replace(btrim(name), '\s+', ' ', 'g'), 'ё', 'е'), 'Ё', 'е'));

alter table subject
  add column area text not null default '',               -- предметная область
  add column federal boolean not null default true,       -- false: the school's own part
  add column archived boolean not null default false;
alter table room
  add column capacity smallint check (capacity between 1 and 1000),
  add column kind text not null default '',
  add column archived boolean not null default false;
create unique index subject_plain_name on subject (school_id, plain_name(name));
create unique index room_plain_name on room (school_id, plain_name(name));

create table profile (
  school_id int not null,
  id        uuid not null default uuidv7(),
  name      text not null,
  archived  boolean not null default false,
  primary key (school_id, id),
  unique (school_id, name),
  foreign key (school_id) references school (school_id)
);
call protect('profile');

create table curriculum (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  school_year_id uuid not null,
  name           text not null,
  grade          smallint not null check (grade between 1 and 12),
  profile_id     uuid,
  study_days     smallint not null default 5 check (study_days in (5, 6)),
  weeks          smallint not null default 34 check (weeks between 1 and 40),
  individual     boolean not null default false,          -- of one student: their group follows it, no class does [S4 Р10k]
  archived       boolean not null default false,
  primary key (school_id, id),
  unique (school_id, school_year_id, name),
  foreign key (school_id, school_year_id) references school_year (school_id, id),
  foreign key (school_id, profile_id) references profile (school_id, id)
);
call protect('curriculum');

create table curriculum_line (
  school_id     int not null,
  id            uuid not null default uuidv7(),
  curriculum_id uuid not null,
  subject_id    uuid not null,
  part          text not null check (part in ('federal', 'school', 'extracurricular')),
  half_hours    smallint not null check (half_hours between 0 and 40),   -- a week
  subgroups     smallint not null default 1 check (subgroups between 1 and 4),
  primary key (school_id, id),
  unique (school_id, curriculum_id, subject_id, part),
  foreign key (school_id, curriculum_id) references curriculum (school_id, id),
  foreign key (school_id, subject_id) references subject (school_id, id)
);
call protect('curriculum_line');

-- The curriculum that a class, or a student with a plan of their own, follows.
alter table study_group
  add column curriculum_id uuid,
  add foreign key (school_id, curriculum_id) references curriculum (school_id, id);
