-- The schema that the migrations make, printed by tests/schema.test.ts. To read, never to run.

create table absence (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  lesson_id            uuid not null,
  student_id           uuid not null,
  code                 text,
  minutes              smallint,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK (((minutes IS NULL) OR (code = 'late'::text))),
  CHECK ((code = ANY (ARRAY['absent'::text, 'sick'::text, 'excused'::text, 'unexcused'::text, 'late'::text, 'exempt'::text]))),
  CHECK (((minutes >= 1) AND (minutes <= 240)))
);
CREATE UNIQUE INDEX absence_of_student ON absence USING btree (school_id, lesson_id, student_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table account (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  login                text not null,
  password_hash        text not null,
  must_change_password boolean not null default true,
  blocked_at           timestamp with time zone,
  created_at           timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, person_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK ((login ~ '^[a-zа-яё0-9][a-zа-яё0-9._-]{2,39}$'::text))
);
CREATE UNIQUE INDEX account_login ON account USING btree (translate(login, 'ё'::text, 'е'::text));
-- wall: own_school for all to all using (school_id = current_school())
-- wall: owner_finds_logins for select to the owner using true
-- history: every row before and after
-- the server may: select, insert, update

create table assignment (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  course_id            uuid not null,
  teacher_id           uuid not null,
  weekly_half_hours    smallint not null default 0,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, course_id) REFERENCES course(school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES person(school_id, id)
);
CREATE INDEX assignment_course ON assignment USING btree (school_id, course_id);
CREATE INDEX assignment_teacher ON assignment USING btree (school_id, teacher_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table bell (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid not null,
  from_grade           smallint not null default 1,
  to_grade             smallint not null default 12,
  weekday              smallint not null,
  number               smallint not null,
  starts_at            smallint not null,
  ends_at              smallint not null,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK ((starts_at < ends_at)),
  CHECK (((ends_at >= 1) AND (ends_at <= 1440))),
  CHECK (((number >= 0) AND (number <= 16))),
  CHECK (((starts_at >= 0) AND (starts_at <= 1439))),
  CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX bell_number ON bell USING btree (school_id, school_year_id, weekday, number);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table change (
  school_id            integer not null,
  id                   bigint not null generated always as identity,
  operation_id         uuid not null,
  table_name           text not null,
  row_id               uuid not null,
  before               jsonb,
  after                jsonb,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX change_of_row ON change USING btree (school_id, row_id);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select

create table course (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid not null,
  group_id             uuid not null,
  subject_id           uuid not null,
  scale                text not null default 'five'::text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, group_id, subject_id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  FOREIGN KEY (school_id, subject_id) REFERENCES subject(school_id, id),
  CHECK ((scale = ANY (ARRAY['five'::text, 'passFail'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table day_exception (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid not null,
  date                 date not null,
  kind                 text not null,
  like_weekday         smallint,
  from_grade           smallint not null default 1,
  to_grade             smallint not null default 12,
  name                 text not null,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK ((kind = ANY (ARRAY['holiday'::text, 'vacation'::text, 'workday'::text]))),
  CHECK (((like_weekday >= 1) AND (like_weekday <= 7)))
);
CREATE INDEX day_exception_date ON day_exception USING btree (school_id, school_year_id, date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table enrolment (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  group_id             uuid not null,
  student_id           uuid not null,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK (((to_date IS NULL) OR (from_date <= to_date)))
);
CREATE INDEX enrolment_group ON enrolment USING btree (school_id, group_id);
CREATE INDEX enrolment_student ON enrolment USING btree (school_id, student_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table file (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  media_type           text not null,
  size                 integer not null,
  sha256               bytea not null,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((name <> ''::text)),
  CHECK ((length(sha256) = 32)),
  CHECK (((size >= 1) AND (size <= 20971520)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table file_content (
  school_id            integer not null,
  sha256               bytea not null,
  bytes                bytea not null,
  PRIMARY KEY (school_id, sha256),
  CHECK ((sha256 = sha256(bytes)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert

create table guardian_of (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  guardian_id          uuid not null,
  student_id           uuid not null,
  relation             text not null,
  from_date            date not null default '2000-01-01'::date,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, guardian_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((guardian_id <> student_id)),
  CHECK ((relation = ANY (ARRAY['mother'::text, 'father'::text, 'guardian'::text, 'grandparent'::text])))
);
CREATE INDEX guardian_of_guardian ON guardian_of USING btree (school_id, guardian_id);
CREATE INDEX guardian_of_student ON guardian_of USING btree (school_id, student_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table heartbeat (
  id                   boolean not null default true,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (id),
  CHECK (id)
);
-- no history
-- the server may: select, update

create table homework (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  lesson_id            uuid not null,
  course_id            uuid not null,
  due_on               date,
  content              text not null default ''::text,
  pages                text not null default ''::text,
  exercises            text not null default ''::text,
  minutes              smallint,
  nothing              boolean not null default false,
  individual           boolean not null default false,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, course_id) REFERENCES course(school_id, id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson(school_id, id),
  CHECK (((minutes >= 1) AND (minutes <= 600)))
);
CREATE INDEX homework_due ON homework USING btree (school_id, course_id, due_on);
CREATE INDEX homework_of_lesson ON homework USING btree (school_id, lesson_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table homework_file (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  homework_id          uuid not null,
  file_id              uuid not null,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, homework_id, file_id),
  FOREIGN KEY (school_id, file_id) REFERENCES file(school_id, id),
  FOREIGN KEY (school_id, homework_id) REFERENCES homework(school_id, id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table homework_student (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  homework_id          uuid not null,
  student_id           uuid not null,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, homework_id, student_id),
  FOREIGN KEY (school_id, homework_id) REFERENCES homework(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table lesson (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  course_id            uuid not null,
  date                 date not null,
  number               smallint not null,
  room_id              uuid,
  teacher_id           uuid not null,
  instead_of_id        uuid,
  cancelled            boolean not null default false,
  topic                text not null default ''::text,
  note                 text not null default ''::text,
  roll_called_at       timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, course_id) REFERENCES course(school_id, id),
  FOREIGN KEY (school_id, instead_of_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, room_id) REFERENCES room(school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES person(school_id, id),
  CHECK (((number >= 0) AND (number <= 16)))
);
CREATE INDEX lesson_of_course ON lesson USING btree (school_id, course_id, date, number);
CREATE INDEX lesson_of_teacher ON lesson USING btree (school_id, teacher_id, date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table mark (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  work_id              uuid not null,
  student_id           uuid not null,
  "values"             smallint[] not null,
  due_on               date,
  comment              text not null default ''::text,
  basis                text not null default ''::text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, work_id) REFERENCES work(school_id, id),
  CHECK (((due_on IS NULL) OR (cardinality("values") = 0))),
  CHECK ((cardinality("values") <= 4))
);
CREATE UNIQUE INDEX mark_of_student ON mark USING btree (school_id, work_id, student_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table migration (
  name                 text not null,
  at                   timestamp with time zone not null default now(),
  shape                text[],
  PRIMARY KEY (name)
);
-- no history
-- the server may: nothing

create table notice (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  student_id           uuid not null,
  kind                 text not null,
  source_id            uuid not null,
  at                   timestamp with time zone not null,
  read_at              timestamp with time zone,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, person_id, source_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((kind = ANY (ARRAY['mark'::text, 'absence'::text])))
);
CREATE INDEX notice_of_person ON notice USING btree (school_id, person_id, at DESC);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert, update, delete

create table operation (
  school_id            integer not null,
  id                   uuid not null,
  name                 text not null,
  actor_id             uuid not null,
  session_id           uuid,
  about                uuid,
  input                jsonb not null,
  output               jsonb not null,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, id)
);
CREATE INDEX operation_by_actor ON operation USING btree (school_id, actor_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert

create table outbox (
  school_id            integer not null,
  operation_id         uuid not null,
  name                 text not null,
  about                uuid,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, operation_id)
);
CREATE INDEX outbox_by_age ON outbox USING btree (school_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert, delete

create table person (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  surname              text collate russian not null,
  given_name           text collate russian not null,
  patronymic           text collate russian not null default ''::text,
  sex                  text not null,
  born_on              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((given_name <> ''::text)),
  CHECK ((sex = ANY (ARRAY['f'::text, 'm'::text]))),
  CHECK ((surname <> ''::text))
);
CREATE INDEX person_by_name ON person USING btree (school_id, surname, given_name);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table role_grant (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  role                 text not null,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK ((role = ANY (ARRAY['head'::text, 'deputyHead'::text, 'administrator'::text])))
);
CREATE INDEX role_grant_person ON role_grant USING btree (school_id, person_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table room (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table school (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  full_name            text not null,
  city                 text not null,
  time_zone            text not null default 'Europe/Moscow'::text,
  shift_days           smallint not null default 5,
  PRIMARY KEY (school_id),
  UNIQUE (id),
  CHECK ((shift_days = ANY (ARRAY[5, 6])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- wall: owner_lists_schools for select to the owner using true
-- history: every row before and after
-- the server may: select, insert, update

create table school_class (
  school_id            integer not null,
  id                   uuid not null,
  letter               text not null,
  homeroom_teacher_id  uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, homeroom_teacher_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES study_group(school_id, id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table school_year (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  from_date            date not null,
  to_date              date not null,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((from_date < to_date))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table session (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  token_hash           bytea not null,
  device               text not null,
  address              text not null,
  created_at           timestamp with time zone not null default now(),
  expires_at           timestamp with time zone not null,
  ended_at             timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id)
);
CREATE INDEX session_account ON session USING btree (school_id, account_id);
CREATE UNIQUE INDEX session_token ON session USING btree (school_id, token_hash);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table session_touch (
  school_id            integer not null,
  session_id           uuid not null,
  at                   timestamp with time zone not null,
  asleep               boolean not null default false,
  PRIMARY KEY (school_id, session_id),
  FOREIGN KEY (school_id, session_id) REFERENCES session(school_id, id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert, update

create table setting (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  key                  text not null,
  value                jsonb not null,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, key),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table sign_in_attempt (
  id                   bigint not null generated always as identity,
  login                text not null,
  address              text not null,
  known_device         boolean not null default false,
  success              boolean not null,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (id)
);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt USING btree (address, at);
CREATE INDEX sign_in_attempt_login ON sign_in_attempt USING btree (login, at);
-- no history
-- the server may: select, insert, update, delete

create table slot (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  course_id            uuid not null,
  weekday              smallint not null,
  number               smallint not null,
  room_id              uuid,
  week                 text not null default 'every'::text,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, course_id) REFERENCES course(school_id, id),
  FOREIGN KEY (school_id, room_id) REFERENCES room(school_id, id),
  CHECK (((number >= 0) AND (number <= 16))),
  CHECK ((week = ANY (ARRAY['every'::text, 'odd'::text, 'even'::text]))),
  CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX slot_course ON slot USING btree (school_id, course_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table staff (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  "position"           text not null,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX staff_person ON staff USING btree (school_id, person_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table study_group (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid not null,
  kind                 text not null,
  name                 text collate russian not null,
  grade                smallint not null,
  class_id             uuid,
  ungraded             boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK (((grade >= 1) AND (grade <= 12))),
  CHECK ((kind = ANY (ARRAY['class'::text, 'subgroup'::text, 'stream'::text, 'individual'::text, 'extracurricular'::text])))
);
CREATE INDEX study_group_class ON study_group USING btree (school_id, class_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table subject (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text collate russian not null,
  short_name           text not null,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table term (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid not null,
  kind                 text not null,
  number               smallint not null,
  name                 text not null,
  from_grade           smallint not null,
  to_grade             smallint not null,
  from_date            date not null,
  to_date              date not null,
  locked_at            timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK (((from_date <= to_date) AND (from_grade <= to_grade))),
  CHECK (((from_grade >= 1) AND (from_grade <= 12))),
  CHECK ((kind = ANY (ARRAY['quarter'::text, 'trimester'::text, 'halfYear'::text, 'module'::text]))),
  CHECK (((to_grade >= 1) AND (to_grade <= 12)))
);
CREATE INDEX term_year ON term USING btree (school_id, school_year_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table work (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  lesson_id            uuid not null,
  "position"           smallint not null default 1,
  work_type_id         uuid not null,
  weight               smallint not null,
  title                text not null default ''::text,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lesson(school_id, id),
  FOREIGN KEY (school_id, work_type_id) REFERENCES work_type(school_id, id),
  CHECK (((weight >= 0) AND (weight <= 100)))
);
CREATE INDEX work_of_lesson ON work USING btree (school_id, lesson_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table work_type (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text collate russian not null,
  short_name           text not null,
  weight               smallint not null,
  control              boolean not null default false,
  "position"           smallint not null default 0,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK (((weight >= 0) AND (weight <= 100)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

CREATE OR REPLACE FUNCTION public.account_of_login(wanted text)
 RETURNS TABLE(school_id integer, id uuid, person_id uuid, password_hash text, blocked boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select a.school_id, a.id, a.person_id, a.password_hash, a.blocked_at is not null
  from account a where translate(a.login, 'ё', 'е') = translate(lower(wanted), 'ё', 'е')
$function$;

CREATE OR REPLACE FUNCTION public.current_operation()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  operation_id text := current_setting('app.operation_id', true);
begin
  if operation_id is null or operation_id = '' then
    raise exception 'write outside an operation' using errcode = 'ZV001';
  end if;
  return operation_id::uuid;
end $function$;

CREATE OR REPLACE FUNCTION public.current_school()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.school_id'::text, true), ''::text))::integer;

CREATE OR REPLACE PROCEDURE public.protect(IN name text, VARIADIC secret text[] DEFAULT '{}'::text[])
 LANGUAGE plpgsql
AS $procedure$
declare
  without text := (select coalesce(string_agg(quote_literal(s), ', '), '') from unnest(secret) s);
begin
  call wall(name);
  execute format('create trigger record_insert after insert on %I referencing new table as new_rows for each statement execute function record_insert(%s)', name, without);
  execute format('create trigger record_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function record_update(%s)', name, without);
  execute format('create trigger record_delete after delete on %I referencing old table as old_rows for each statement execute function record_delete(%s)', name, without);
  execute format('grant select, insert, update on %I to zvonok_app', name);   -- nothing is ever deleted
end $procedure$;

CREATE OR REPLACE FUNCTION public.record_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into change (school_id, operation_id, table_name, row_id, before)
  select o.school_id, current_operation(), tg_table_name, o.id, case when tg_nargs = 0 then to_jsonb(o) else to_jsonb(o) - tg_argv end from old_rows o;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.record_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into change (school_id, operation_id, table_name, row_id, after)
  select n.school_id, current_operation(), tg_table_name, n.id, case when tg_nargs = 0 then to_jsonb(n) else to_jsonb(n) - tg_argv end from new_rows n;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.record_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into change (school_id, operation_id, table_name, row_id, before, after)
  select n.school_id, current_operation(), tg_table_name, n.id, case when tg_nargs = 0 then to_jsonb(o) else to_jsonb(o) - tg_argv end,
    case when tg_nargs = 0 then to_jsonb(n) else to_jsonb(n) - tg_argv end
  from new_rows n join old_rows o on o.school_id = n.school_id and o.id = n.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.search_form(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(lower(($1 COLLATE "ru-x-icu")), 'ё'::text, 'е'::text);

CREATE OR REPLACE PROCEDURE public.wall(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  -- Without `(select …)`: the queries' own `school_id = current_school()` is then the same condition and is planned once, which takes a
  -- tenth of the time off a diary week and a fifth off looking a lesson up.
  execute format('create policy own_school on %I using (school_id = current_school())', name);
end $procedure$;

CREATE OR REPLACE FUNCTION public.wrote(rows bigint, expected bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  if rows <> expected then
    raise exception 'changed meanwhile' using errcode = 'ZV002';
  end if;
  return true;
end $function$;
