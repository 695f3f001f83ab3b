-- How somebody wants to be told of what. A row says what differs from the rules of the school; `way` null: as the school has it, again.
-- Where a notice goes besides the bell (e-mail, SMS) is another question, asked when it is told: a row of `notice` that waits no longer.
create table notice_choice (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  person_id  uuid not null,
  student_id uuid,                        -- about whom: a child, oneself as a student; null: about the person's own work or requests
  kind       text not null check (kind in ('marks', 'absences', 'homework', 'answers', 'tasks')),
  way        text check (way in ('now', 'daily', 'off')),
  primary key (school_id, id),
  unique nulls not distinct (school_id, person_id, kind, student_id),
  foreign key (school_id, person_id) references person,
  foreign key (school_id, student_id) references person
);
call protect('notice_choice');

-- Hours of the day in the school's time zone; null: as the school has it. Equal ones: no quiet hours.
create table notice_hours (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  person_id  uuid not null,
  daily      smallint check (daily between 0 and 23),
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_to   smallint check (quiet_to between 0 and 23),
  primary key (school_id, id),
  unique (school_id, person_id),
  foreign key (school_id, person_id) references person,
  check ((quiet_from is null) = (quiet_to is null))
);
call protect('notice_hours');

-- A notice may be about one's work as well, and may wait: for the hour of the day, or for the morning. Null: it has been told.
alter table notice alter column student_id drop not null;
alter table notice add column waits_until timestamptz;
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('mark', 'absence', 'homework', 'year', 'request', 'requestAnswer',
  'proposal', 'proposalAnswer', 'act', 'reminder'));
alter table notice add constraint notice_about_student check ((kind in ('mark', 'absence', 'homework')) = (student_id is not null));
-- Twins in one class have the same homework: their mother is told of both.
alter table notice drop constraint notice_school_id_person_id_source_id_key;
create unique index notice_once on notice (school_id, person_id, source_id, student_id) nulls not distinct;
create index notice_waiting on notice (school_id, waits_until) where waits_until is not null;

-- «Заполните журнал»: a deputy or the head has asked a teacher. Once a day; what was taken back within the minute is told to nobody.
create table reminder (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  teacher_id uuid not null,
  author_id  uuid not null,
  date       date not null,
  at         timestamptz not null,
  withdrawn  boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, teacher_id) references person,
  foreign key (school_id, author_id) references person
);
create unique index reminder_of_day on reminder (school_id, teacher_id, date) where not withdrawn;
call protect('reminder');

-- Has the year neither a timetable nor a lesson yet? [S0 2.11]
create function timetable_missing(year uuid) returns boolean language sql stable as $$
  select not exists (select from course c join slot x on x.school_id = c.school_id and x.course_id = c.id
      where c.school_id = current_school() and c.school_year_id = year)
    and not exists (select from course c join lesson l on l.school_id = c.school_id and l.course_id = c.id
      where c.school_id = current_school() and c.school_year_id = year)
$$;

-- Lessons of the last 30 days without topic or roll call that can still be filled: their term is not closed. S0 1.5.
create function lessons_to_fill(today date) returns setof lesson language sql stable as $$
  select l.* from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
    join study_group g on g.school_id = c.school_id and g.id = c.group_id
  where l.school_id = current_school() and l.date < today and l.date >= today - 30 and not l.cancelled
    and (l.topic = '' or l.roll_called_at is null)
    and not exists (select from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
      and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date and t.locked_at is not null)
$$;
