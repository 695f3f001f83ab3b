-- The school year: terms, holidays, bells, classes, who studies what with whom, the weekly pattern.

create table school_year (
  school_id int not null references school,
  id        uuid not null default uuidv7(),
  name      text not null,                -- «2026/27»
  from_date date not null,
  to_date   date not null,
  primary key (school_id, id),
  check (from_date < to_date)
);

create table term (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  school_year_id uuid not null,
  kind           text not null check (kind in ('quarter', 'trimester', 'halfYear', 'module')),
  number         smallint not null,
  name           text not null,           -- «2 четверть»
  from_grade     smallint not null check (from_grade between 1 and 12),
  to_grade       smallint not null check (to_grade between 1 and 12),
  from_date      date not null,
  to_date        date not null,
  locked_at      timestamptz,             -- closed: teachers change nothing in it any more
  primary key (school_id, id),
  foreign key (school_id, school_year_id) references school_year,
  check (from_date <= to_date and from_grade <= to_grade)
);
create index term_year on term (school_id, school_year_id);

-- A day that is not what its weekday says: holiday, vacation, or a working Saturday.
create table day_exception (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  school_year_id uuid not null,
  date           date not null,
  kind           text not null check (kind in ('holiday', 'vacation', 'workday')),
  like_weekday   smallint check (like_weekday between 1 and 7),   -- a workday that runs by another weekday's timetable
  from_grade     smallint not null default 1,
  to_grade       smallint not null default 12,
  name           text not null,
  primary key (school_id, id),
  foreign key (school_id, school_year_id) references school_year
);
create index day_exception_date on day_exception (school_id, school_year_id, date);

-- Minutes after midnight; weekday 1 … 7; Monday may differ, grade 1 may differ.
create table bell (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  school_year_id uuid not null,
  from_grade     smallint not null default 1,
  to_grade       smallint not null default 12,
  weekday        smallint not null check (weekday between 1 and 7),
  number         smallint not null check (number between 0 and 16),
  starts_at      smallint not null check (starts_at between 0 and 1439),
  ends_at        smallint not null check (ends_at between 1 and 1440),
  primary key (school_id, id),
  foreign key (school_id, school_year_id) references school_year,
  check (starts_at < ends_at)
);
create index bell_number on bell (school_id, school_year_id, weekday, number);

-- Everybody who is taught together: a class, a subgroup of it, a stream, one student with a plan of their own.
create table study_group (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  school_year_id uuid not null,
  kind           text not null check (kind in ('class', 'subgroup', 'stream', 'individual', 'extracurricular')),
  name           text collate russian not null,   -- «7Б», «7Б · английский, 1»
  grade          smallint not null check (grade between 1 and 12),
  class_id       uuid,                    -- the class it is cut from; a class's own id for a class; null for a stream
  ungraded       boolean not null default false,  -- безотметочное обучение; grade 1 is ungraded by law and needs no flag
  primary key (school_id, id),
  foreign key (school_id, school_year_id) references school_year
);
create index study_group_class on study_group (school_id, class_id);

-- A class is a study group with a homeroom; same id.
create table school_class (
  school_id           int not null,
  id                  uuid not null,
  letter              text not null,
  homeroom_teacher_id uuid,
  primary key (school_id, id),
  foreign key (school_id, id) references study_group,
  foreign key (school_id, homeroom_teacher_id) references person
);

-- Who is in which group, from the first to the last day, both included.
create table enrolment (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  group_id   uuid not null,
  student_id uuid not null,
  from_date  date not null,
  to_date    date,                        -- null: still there
  primary key (school_id, id),
  foreign key (school_id, group_id) references study_group,
  foreign key (school_id, student_id) references person,
  check (to_date is null or from_date <= to_date)
);
create index enrolment_student on enrolment (school_id, student_id);
create index enrolment_group on enrolment (school_id, group_id);

create table subject (
  school_id  int not null references school,
  id         uuid not null default uuidv7(),
  name       text collate russian not null,       -- «Алгебра»
  short_name text not null,               -- «Алг.»
  primary key (school_id, id),
  unique (school_id, name)
);

-- A course is one subject taught to one group for one year: one section of the class journal.
create table course (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  school_year_id uuid not null,
  group_id       uuid not null,
  subject_id     uuid not null,
  scale          text not null default 'five' check (scale in ('five', 'passFail')),
  primary key (school_id, id),
  unique (school_id, group_id, subject_id),
  foreign key (school_id, school_year_id) references school_year,
  foreign key (school_id, group_id) references study_group,
  foreign key (school_id, subject_id) references subject
);

-- Teaching load: who teaches the course, from when to when.
create table assignment (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  course_id  uuid not null,
  teacher_id uuid not null,
  weekly_half_hours smallint not null default 0,  -- 0,5 h a week is 1
  from_date  date not null,
  to_date    date,
  primary key (school_id, id),
  foreign key (school_id, course_id) references course,
  foreign key (school_id, teacher_id) references person
);
create index assignment_teacher on assignment (school_id, teacher_id);
create index assignment_course on assignment (school_id, course_id);

create table room (
  school_id int not null references school,
  id        uuid not null default uuidv7(),
  name      text not null,                -- «305», «спортзал»
  primary key (school_id, id),
  unique (school_id, name)
);

-- The weekly pattern.
create table slot (
  school_id int not null,
  id        uuid not null default uuidv7(),
  course_id uuid not null,
  weekday   smallint not null check (weekday between 1 and 7),
  number    smallint not null check (number between 0 and 16),
  room_id   uuid,
  week      text not null default 'every' check (week in ('every', 'odd', 'even')),
  from_date date not null,
  to_date   date,
  primary key (school_id, id),
  foreign key (school_id, course_id) references course,
  foreign key (school_id, room_id) references room
);
create index slot_course on slot (school_id, course_id);

call protect('school_year');
call protect('term');
call protect('day_exception');
call protect('bell');
call protect('study_group');
call protect('school_class');
call protect('enrolment');
call protect('subject');
call protect('course');
call protect('assignment');
call protect('room');
call protect('slot');
