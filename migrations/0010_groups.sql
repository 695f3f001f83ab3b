-- Classes, groups, streams, and how students come, move and leave.

alter table study_group
  add column archived boolean not null default false,
  add column capacity smallint check (capacity between 1 and 200),
  add column subject_id uuid,                             -- of a subgroup: the subject for which the class is cut
  add foreign key (school_id, subject_id) references subject (school_id, id);
alter table study_group drop constraint study_group_kind_check;
alter table study_group add constraint study_group_kind_check
  check (kind in ('class', 'subgroup', 'combined', 'stream', 'individual', 'elective', 'extracurricular'));
create index study_group_year on study_group (school_id, school_year_id, kind);

-- Which classes a combined class, a stream or a group across classes is made of. A group of one class has class_id instead.
create table group_class (
  school_id int not null,
  id        uuid not null default uuidv7(),
  group_id  uuid not null,
  class_id  uuid not null,
  removed   boolean not null default false,
  primary key (school_id, id),
  unique (school_id, group_id, class_id),
  foreign key (school_id, group_id) references study_group (school_id, id),
  foreign key (school_id, class_id) references study_group (school_id, id)
);
create index group_class_class on group_class (school_id, class_id);
call protect('group_class');

-- Who leads a class, by dates.
create table homeroom (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  class_id   uuid not null,
  teacher_id uuid not null,
  from_date  date not null,
  to_date    date check (from_date <= to_date),
  primary key (school_id, id),
  foreign key (school_id, class_id) references study_group (school_id, id),
  foreign key (school_id, teacher_id) references person (school_id, id)
);
create index homeroom_class on homeroom (school_id, class_id);
create index homeroom_teacher on homeroom (school_id, teacher_id);
call protect('homeroom');

-- A school that was here before: its homeroom teachers lead their class from the first day of the year, and its subgroups are cut for
-- the subject they are taught.
do $$
declare
  one int;
begin
  for one in select school_id from school loop
    perform set_config('app.school_id', one::text, true), set_config('app.operation_id', gen_random_uuid()::text, true);
    insert into homeroom (school_id, class_id, teacher_id, from_date)
    select c.school_id, c.id, c.homeroom_teacher_id, y.from_date
    from school_class c join study_group g on g.school_id = c.school_id and g.id = c.id
      join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
    where c.school_id = one and c.homeroom_teacher_id is not null;
    update study_group g set subject_id = (select c.subject_id from course c where c.school_id = g.school_id and c.group_id = g.id order by c.id limit 1)
    where g.school_id = one and g.kind = 'subgroup';
  end loop;
  perform set_config('app.school_id', '', true), set_config('app.operation_id', '', true);
end $$;
alter table school_class drop column homeroom_teacher_id;

-- A homeroom teacher proposes how a class is cut into groups for a subject; who keeps the groups decides.
create table group_proposal (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  class_id   uuid not null,
  subject_id uuid not null,
  author_id  uuid not null,
  groups     jsonb not null,                              -- [{ name, studentIds }]
  from_date  date not null,
  state      text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer     text not null default '',
  decided_by uuid,
  asked_at   timestamptz not null default now(),
  decided_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, class_id) references study_group (school_id, id),
  foreign key (school_id, subject_id) references subject (school_id, id)
);
call protect('group_proposal');

-- The movement book: an order stands behind every line, enrolments follow it. [S2 4.2Aж]
create table movement (
  school_id     int not null,
  id            uuid not null default uuidv7(),
  student_id    uuid not null,
  kind          text not null check (kind in ('enrol', 'transfer', 'depart', 'return', 'promote', 'promoteConditionally', 'retain', 'graduate')),
  on_date       date not null,
  order_number  text not null default '',
  order_date    date,
  reason        text not null default '',
  from_group_id uuid,
  to_group_id   uuid,
  other_school  text not null default '',                 -- came from, went to
  cancelled     boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, student_id) references person (school_id, id),
  foreign key (school_id, from_group_id) references study_group (school_id, id),
  foreign key (school_id, to_group_id) references study_group (school_id, id)
);
create index movement_student on movement (school_id, student_id, on_date);
create index movement_date on movement (school_id, on_date);
call protect('movement');

-- What a movement ended is taken up again when it proves a mistake. A stay that never was keeps its row, out of all time, so that
-- whoever asks by dates need not know of it.
alter table enrolment
  add column ended_by uuid,                               -- movement
  add column cancelled boolean not null default false,
  add column meant_from date,                             -- of a cancelled stay: when it was to begin
  add column meant_to date,                               -- of a stay that a movement ended: its last day before that, if it had one
  add foreign key (school_id, ended_by) references movement (school_id, id),
  add constraint enrolment_cancelled_check check (cancelled = (from_date = '-infinity') and cancelled = (meant_from is not null)
    and (not cancelled or to_date = '-infinity'));
