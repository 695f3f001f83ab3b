-- The journal itself: lessons, works and marks, absences, homework.

create table lesson (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  course_id   uuid not null,
  date        date not null,
  number      smallint not null check (number between 0 and 16),
  room_id     uuid,
  teacher_id  uuid not null,              -- who holds it
  instead_of_id uuid,                     -- whom they replace; null without a substitution
  cancelled   boolean not null default false,
  topic       text not null default '',   -- '' is an unfilled lesson
  note        text not null default '',   -- seen by staff only
  roll_called_at timestamptz,             -- null: nobody has said who was there
  primary key (school_id, id),
  foreign key (school_id, course_id) references course,
  foreign key (school_id, room_id) references room,
  foreign key (school_id, teacher_id) references person,
  foreign key (school_id, instead_of_id) references person
);
create index lesson_of_course on lesson (school_id, course_id, date, number);
create index lesson_of_teacher on lesson (school_id, teacher_id, date);

-- Kinds of work and what they weigh. Weights are tenths: 10 counts once, 15 one and a half times, 0 not at all.
create table work_type (
  school_id  int not null references school,
  id         uuid not null default uuidv7(),
  name       text collate russian not null,       -- «Контрольная работа»
  short_name text not null,               -- «КР»
  weight     smallint not null check (weight between 0 and 100),
  control    boolean not null default false,      -- its works need a title, and count as control works
  position   smallint not null default 0,
  primary key (school_id, id),
  unique (school_id, name)
);

-- A column of the journal. Every lesson has one from the day it is laid out, so that a mark never waits for its column.
create table work (
  school_id    int not null,
  id           uuid not null default uuidv7(),
  lesson_id    uuid not null,
  position     smallint not null default 1,
  work_type_id uuid not null,
  weight       smallint not null check (weight between 0 and 100),
  title        text not null default '',
  removed      boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, lesson_id) references lesson,
  foreign key (school_id, work_type_id) references work_type
);
create index work_of_lesson on work (school_id, lesson_id);

-- What a student has for a work. An erased mark stays as a row without values: its history hangs on its id.
create table mark (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  work_id    uuid not null,
  student_id uuid not null,
  "values"   smallint[] not null check (cardinality("values") <= 4),   -- {5}, {4,5}; pass is 1, fail is 0 on that scale
  due_on     date,                        -- «точка»: the work is awaited until this day
  comment    text not null default '',    -- seen by the family
  basis      text not null default '',    -- protocol № and date when a missed topic is made good
  primary key (school_id, id),
  foreign key (school_id, work_id) references work,
  foreign key (school_id, student_id) references person,
  check (due_on is null or cardinality("values") = 0)
);
create unique index mark_of_student on mark (school_id, work_id, student_id);

-- Who was not there, or not in time. code null: marked absent by mistake, and put right.
create table absence (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  lesson_id  uuid not null,
  student_id uuid not null,
  code       text check (code in ('absent', 'sick', 'excused', 'unexcused', 'late', 'exempt')),
  minutes    smallint check (minutes between 1 and 240),
  primary key (school_id, id),
  foreign key (school_id, lesson_id) references lesson,
  foreign key (school_id, student_id) references person,
  check (minutes is null or code = 'late')
);
create unique index absence_of_student on absence (school_id, lesson_id, student_id);

create table homework (
  school_id int not null,
  id        uuid not null default uuidv7(),
  lesson_id uuid not null,                -- the lesson at which it was set
  course_id uuid not null,                -- that lesson's course: the diary asks by course and day
  due_on    date,                         -- the lesson for which it is; null: the next one, not laid out yet
  content   text not null default '',     -- what to do and how
  pages     text not null default '',
  exercises text not null default '',     -- «№ 372, 375 (а, в)»
  minutes   smallint check (minutes between 1 and 600),
  nothing   boolean not null default false,       -- «не задано», said and not forgotten
  individual boolean not null default false,      -- only for the students of homework_student
  removed   boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, lesson_id) references lesson,
  foreign key (school_id, course_id) references course
);
create index homework_of_lesson on homework (school_id, lesson_id);
create index homework_due on homework (school_id, course_id, due_on);

create table homework_student (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  homework_id uuid not null,
  student_id  uuid not null,
  removed     boolean not null default false,
  primary key (school_id, id),
  unique (school_id, homework_id, student_id),
  foreign key (school_id, homework_id) references homework,
  foreign key (school_id, student_id) references person
);

create table file (
  school_id  int not null references school,
  id         uuid not null default uuidv7(),
  name       text not null check (name <> ''),
  media_type text not null,
  size       int not null check (size between 1 and 20971520),
  sha256     bytea not null check (length(sha256) = 32),
  primary key (school_id, id)
);

-- The bytes, once for each content. Not in the history: `file` is, with their hash.
create table file_content (
  school_id int not null,
  sha256    bytea not null,
  bytes     bytea not null check (sha256 = sha256(bytes)),
  primary key (school_id, sha256)
);
alter table file_content alter column bytes set storage external;
call wall('file_content');
grant select, insert on file_content to zvonok_app;

create table homework_file (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  homework_id uuid not null,
  file_id     uuid not null,
  removed     boolean not null default false,
  primary key (school_id, id),
  unique (school_id, homework_id, file_id),
  foreign key (school_id, homework_id) references homework,
  foreign key (school_id, file_id) references file
);

call protect('lesson');
call protect('work_type');
call protect('work');
call protect('mark');
call protect('absence');
call protect('homework');
call protect('homework_student');
call protect('file');
call protect('homework_file');
