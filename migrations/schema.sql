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
CREATE INDEX absence_student ON absence USING btree (school_id, student_id);
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
  ended_at             timestamp with time zone,
  totp_secret          text,
  totp_since           timestamp with time zone,
  totp_step            bigint,
  welcomed_at          timestamp with time zone,
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

create table acknowledgement (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  act_id               uuid not null,
  person_id            uuid not null,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, act_id, person_id),
  FOREIGN KEY (school_id, act_id) REFERENCES local_act(school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
-- wall: own_school for all to all using (school_id = current_school())
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
  school_year_id       uuid,
  from_grade           smallint not null default 1,
  to_grade             smallint not null default 12,
  weekday              smallint not null,
  number               smallint not null,
  starts_at            smallint not null,
  ends_at              smallint not null,
  shift                smallint not null default 1,
  from_date            date,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK ((starts_at < ends_at)),
  CHECK (((ends_at >= 1) AND (ends_at <= 1440))),
  CHECK (((number >= 0) AND (number <= 16))),
  CHECK ((((from_date IS NULL) = (to_date IS NULL)) AND (from_date <= to_date))),
  CHECK (((shift >= 1) AND (shift <= 3))),
  CHECK (((starts_at >= 0) AND (starts_at <= 1439))),
  CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX bell_number ON bell USING btree (school_id, school_year_id, weekday, number);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table card_run (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  operation_id         uuid not null,
  people               integer not null,
  first_change         bigint not null,
  last_change          bigint not null,
  undone_by            uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
CREATE UNIQUE INDEX card_run_operation ON card_run USING btree (school_id, operation_id);
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

create table change_request (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  kind                 text not null,
  person_id            uuid,
  class_id             uuid,
  author_id            uuid not null,
  proposed             jsonb not null,
  comment              text not null default ''::text,
  state                text not null default 'open'::text,
  answer               text not null default ''::text,
  decided_by           uuid,
  asked_at             timestamp with time zone not null default now(),
  decided_at           timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, author_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK ((kind = ANY (ARRAY['data'::text, 'arrived'::text, 'departed'::text, 'access'::text, 'erase'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX change_request_state ON change_request USING btree (school_id, state, asked_at);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table compromise (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  reported_by          uuid not null,
  detected_at          timestamp with time zone not null,
  reported_at          timestamp with time zone not null default now(),
  head_told_at         timestamp with time zone,
  support_told_at      timestamp with time zone,
  description          text not null default ''::text,
  closed_at            timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  FOREIGN KEY (school_id, reported_by) REFERENCES person(school_id, id)
);
CREATE INDEX compromise_account ON compromise USING btree (school_id, account_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table consent (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  purpose_id           uuid not null,
  student_id           uuid not null,
  given_by             uuid,
  state                text not null,
  on_date              date not null,
  carrier              text not null,
  number               text not null default ''::text,
  file_id              uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, file_id) REFERENCES file(school_id, id),
  FOREIGN KEY (school_id, given_by) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, purpose_id) REFERENCES consent_purpose(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((carrier = ANY (ARRAY['paper'::text, 'electronic'::text]))),
  CHECK ((state = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX consent_file ON consent USING btree (school_id, file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX consent_of_student ON consent USING btree (school_id, student_id, purpose_id, on_date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table consent_purpose (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  body                 text not null default ''::text,
  version              smallint not null default 1,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name, version),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table contact (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  kind                 text not null,
  value                text not null,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text, 'address'::text]))),
  CHECK ((value <> ''::text))
);
CREATE INDEX contact_person ON contact USING btree (school_id, person_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

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

create table credential_issue (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  kind                 text not null,
  issued_by            uuid not null,
  issued_at            timestamp with time zone not null default now(),
  token_hash           bytea,
  expires_at           timestamp with time zone,
  used_at              timestamp with time zone,
  handed_on            date,
  received_by          text not null default ''::text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  FOREIGN KEY (school_id, issued_by) REFERENCES person(school_id, id),
  CHECK ((kind = ANY (ARRAY['slip'::text, 'link'::text])))
);
CREATE INDEX credential_issue_account ON credential_issue USING btree (school_id, account_id, issued_at);
CREATE INDEX credential_issue_token ON credential_issue USING btree (school_id, token_hash) WHERE (token_hash IS NOT NULL);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table curriculum (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid not null,
  name                 text not null,
  grade                smallint not null,
  profile_id           uuid,
  study_days           smallint not null default 5,
  weeks                smallint not null default 34,
  individual           boolean not null default false,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, school_year_id, name),
  FOREIGN KEY (school_id, profile_id) REFERENCES profile(school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK (((grade >= 1) AND (grade <= 12))),
  CHECK ((study_days = ANY (ARRAY[5, 6]))),
  CHECK (((weeks >= 1) AND (weeks <= 40)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table curriculum_line (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  curriculum_id        uuid not null,
  subject_id           uuid not null,
  part                 text not null,
  half_hours           smallint not null,
  subgroups            smallint not null default 1,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, curriculum_id, subject_id, part),
  FOREIGN KEY (school_id, curriculum_id) REFERENCES curriculum(school_id, id),
  FOREIGN KEY (school_id, subject_id) REFERENCES subject(school_id, id),
  CHECK (((half_hours >= 0) AND (half_hours <= 40))),
  CHECK ((part = ANY (ARRAY['federal'::text, 'school'::text, 'extracurricular'::text]))),
  CHECK (((subgroups >= 1) AND (subgroups <= 4)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table custom_role (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  rights               text[] not null,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table data_check (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  class_id             uuid not null,
  student_id           uuid,
  campaign             text not null,
  month                date not null,
  checked_by           uuid not null,
  remarks              text not null default ''::text,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, id),
  UNIQUE NULLS NOT DISTINCT (school_id, campaign, month, class_id, student_id),
  FOREIGN KEY (school_id, class_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((campaign = ANY (ARRAY['monthly'::text, 'october'::text]))),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table day_exception (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid,
  date                 date not null,
  kind                 text not null,
  like_weekday         smallint,
  from_grade           smallint not null default 1,
  to_grade             smallint not null default 12,
  name                 text not null,
  class_id             uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  CHECK ((kind = ANY (ARRAY['holiday'::text, 'vacation'::text, 'workday'::text, 'quarantine'::text]))),
  CHECK (((like_weekday >= 1) AND (like_weekday <= 7)))
);
CREATE INDEX day_exception_date ON day_exception USING btree (school_id, school_year_id, date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table double_use (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  kind                 text not null,
  noticed_at           timestamp with time zone not null,
  last_at              timestamp with time zone not null,
  answer               text,
  answered_at          timestamp with time zone,
  answered_on          text not null default ''::text,
  settled_at           timestamp with time zone,
  settled_by           uuid,
  note                 text not null default ''::text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  FOREIGN KEY (school_id, settled_by) REFERENCES person(school_id, id),
  CHECK ((answer = ANY (ARRAY['mine'::text, 'notMine'::text]))),
  CHECK (((answer IS NULL) = (answered_at IS NULL))),
  CHECK (((settled_at IS NULL) = (settled_by IS NULL))),
  CHECK ((kind = ANY (ARRAY['places'::text, 'byTurns'::text])))
);
CREATE INDEX double_use_account ON double_use USING btree (school_id, account_id, noticed_at);
CREATE UNIQUE INDEX double_use_open ON double_use USING btree (school_id, account_id) WHERE ((answer IS NULL) AND (settled_at IS NULL));
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table double_use_place (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  double_use_id        uuid not null,
  session_id           uuid not null,
  device               text not null,
  address              text not null,
  at                   timestamp with time zone not null,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, double_use_id, session_id, address),
  FOREIGN KEY (school_id, double_use_id) REFERENCES double_use(school_id, id),
  FOREIGN KEY (school_id, session_id) REFERENCES session(school_id, id)
);
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
  ended_by             uuid,
  cancelled            boolean not null default false,
  meant_from           date,
  meant_to             date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, ended_by) REFERENCES movement(school_id, id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK (((cancelled = (from_date = '-infinity'::date)) AND (cancelled = (meant_from IS NOT NULL)) AND ((NOT cancelled) OR (to_date = '-infinity'::date)))),
  CHECK (((to_date IS NULL) OR (from_date <= to_date)))
);
CREATE INDEX enrolment_group ON enrolment USING btree (school_id, group_id);
CREATE INDEX enrolment_student ON enrolment USING btree (school_id, student_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table erased_record (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  change_id            bigint,
  emptied_operation_id uuid,
  digest               bytea not null,
  PRIMARY KEY (school_id, id),
  CHECK (((change_id IS NULL) <> (emptied_operation_id IS NULL)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select

create table family_check (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  student_id           uuid not null,
  guardian_id          uuid not null,
  month                date not null,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, student_id, month, guardian_id),
  FOREIGN KEY (school_id, guardian_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
CREATE INDEX family_check_guardian ON family_check USING btree (school_id, guardian_id);
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

create table group_class (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  group_id             uuid not null,
  class_id             uuid not null,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, group_id, class_id),
  FOREIGN KEY (school_id, class_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group(school_id, id)
);
CREATE INDEX group_class_class ON group_class USING btree (school_id, class_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table group_proposal (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  class_id             uuid not null,
  subject_id           uuid not null,
  author_id            uuid not null,
  groups               jsonb not null,
  from_date            date not null,
  state                text not null default 'open'::text,
  answer               text not null default ''::text,
  decided_by           uuid,
  asked_at             timestamp with time zone not null default now(),
  decided_at           timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, subject_id) REFERENCES subject(school_id, id),
  CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table guardian_of (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  guardian_id          uuid not null,
  student_id           uuid not null,
  relation             text not null,
  from_date            date not null default '2000-01-01'::date,
  to_date              date,
  lives_with           boolean not null default true,
  informed             boolean not null default true,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, guardian_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((guardian_id <> student_id)),
  CHECK ((relation = ANY (ARRAY['mother'::text, 'father'::text, 'guardian'::text, 'trustee'::text, 'adoptive'::text, 'stepmother'::text, 'stepfather'::text, 'grandparent'::text, 'sibling'::text, 'institution'::text, 'other'::text])))
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

create table homeroom (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  class_id             uuid not null,
  teacher_id           uuid not null,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES person(school_id, id),
  CHECK ((from_date <= to_date))
);
CREATE INDEX homeroom_class ON homeroom USING btree (school_id, class_id);
CREATE INDEX homeroom_teacher ON homeroom USING btree (school_id, teacher_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

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

create table import_mapping (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  kind                 text not null,
  columns              jsonb not null,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, kind),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table import_run (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  operation_id         uuid not null,
  kind                 text not null,
  file_name            text not null,
  sha256               bytea not null,
  counts               jsonb not null,
  first_change         bigint not null,
  last_change          bigint not null,
  undone_by            uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
CREATE UNIQUE INDEX import_run_operation ON import_run USING btree (school_id, operation_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table import_upload (
  school_id            integer not null,
  id                   uuid not null,
  name                 text not null,
  sha256               bytea not null,
  sheets               bytea not null,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
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
CREATE INDEX lesson_of_day ON lesson USING btree (school_id, date) WHERE (NOT cancelled);
CREATE INDEX lesson_of_teacher ON lesson USING btree (school_id, teacher_id, date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table local_act (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  kind                 text not null,
  title                text not null,
  version              smallint not null default 1,
  number               text not null default ''::text,
  dated_on             date,
  from_date            date not null,
  to_date              date,
  body                 text not null default ''::text,
  file_id              uuid,
  for_staff            boolean not null default true,
  for_families         boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, file_id) REFERENCES file(school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((kind = ANY (ARRAY['regulation'::text, 'order'::text, 'terms'::text, 'instruction'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table log_check (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  started_at           timestamp with time zone not null,
  at                   timestamp with time zone not null default now(),
  by_id                uuid,
  number               integer not null,
  size                 bigint not null,
  root                 bytea not null,
  looked               jsonb not null,
  findings             jsonb not null,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX log_check_by_time ON log_check USING btree (school_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert

create table log_leaf (
  school_id            integer not null,
  idx                  bigint not null,
  kind                 text not null,
  at                   timestamp with time zone not null,
  name                 text not null default ''::text,
  operation_id         uuid,
  actor_id             uuid,
  session_id           uuid,
  about                uuid,
  table_name           text,
  digest               bytea,
  changes              bigint[] not null default '{}'::bigint[],
  row_ids              uuid[] not null default '{}'::uuid[],
  digests              bytea not null default '\x'::bytea,
  leaf                 bytea not null,
  PRIMARY KEY (school_id, idx),
  CHECK ((kind = ANY (ARRAY['operation'::text, 'changes'::text, 'rows'::text])))
);
CREATE INDEX log_leaf_by_actor ON log_leaf USING btree (school_id, actor_id, at, idx) WHERE (kind = 'operation'::text);
CREATE INDEX log_leaf_by_name ON log_leaf USING btree (school_id, name, at, idx) WHERE (kind = 'operation'::text);
CREATE INDEX log_leaf_by_time ON log_leaf USING btree (school_id, at, idx) WHERE (kind = 'operation'::text);
CREATE INDEX log_leaf_of_rows ON log_leaf USING btree (school_id, table_name, idx) WHERE (kind = 'rows'::text);
CREATE UNIQUE INDEX log_leaf_of_operation ON log_leaf USING btree (school_id, operation_id) WHERE (kind = 'operation'::text);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert

create table log_seal (
  school_id            integer not null,
  number               integer not null,
  size                 bigint not null,
  root                 bytea not null,
  frontier             bytea not null,
  previous             bytea not null,
  hash                 bytea not null,
  change_mark          bigint not null,
  origin               text not null default ''::text,
  at                   timestamp with time zone not null,
  PRIMARY KEY (school_id, number)
);
CREATE INDEX log_seal_by_time ON log_seal USING btree (school_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert

create table log_subject (
  school_id            integer not null,
  subject_id           uuid not null,
  at                   timestamp with time zone not null,
  idx                  bigint not null,
  PRIMARY KEY (school_id, subject_id, at, idx)
);
CREATE INDEX log_subject_of_leaf ON log_subject USING btree (school_id, idx);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert

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
CREATE INDEX mark_student ON mark USING btree (school_id, student_id);
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

create table movement (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  student_id           uuid not null,
  kind                 text not null,
  on_date              date not null,
  order_number         text not null default ''::text,
  order_date           date,
  reason               text not null default ''::text,
  from_group_id        uuid,
  to_group_id          uuid,
  other_school         text not null default ''::text,
  cancelled            boolean not null default false,
  file_id              uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, file_id) REFERENCES file(school_id, id),
  FOREIGN KEY (school_id, from_group_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, to_group_id) REFERENCES study_group(school_id, id),
  CHECK ((kind = ANY (ARRAY['enrol'::text, 'transfer'::text, 'depart'::text, 'return'::text, 'promote'::text, 'promoteConditionally'::text, 'retain'::text, 'graduate'::text])))
);
CREATE INDEX movement_date ON movement USING btree (school_id, on_date);
CREATE INDEX movement_file ON movement USING btree (school_id, file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX movement_student ON movement USING btree (school_id, student_id, on_date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table notice (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  student_id           uuid,
  kind                 text not null,
  source_id            uuid not null,
  at                   timestamp with time zone not null,
  read_at              timestamp with time zone,
  waits_until          timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK (((kind = ANY (ARRAY['mark'::text, 'absence'::text, 'homework'::text])) = (student_id IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['mark'::text, 'absence'::text, 'homework'::text, 'year'::text, 'request'::text, 'requestAnswer'::text, 'proposal'::text, 'proposalAnswer'::text, 'act'::text, 'reminder'::text])))
);
CREATE INDEX notice_of_person ON notice USING btree (school_id, person_id, at DESC);
CREATE INDEX notice_student ON notice USING btree (school_id, student_id);
CREATE INDEX notice_waiting ON notice USING btree (school_id, waits_until) WHERE (waits_until IS NOT NULL);
CREATE UNIQUE INDEX notice_once ON notice USING btree (school_id, person_id, source_id, student_id) NULLS NOT DISTINCT;
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert, update, delete

create table notice_choice (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  student_id           uuid,
  kind                 text not null,
  way                  text,
  PRIMARY KEY (school_id, id),
  UNIQUE NULLS NOT DISTINCT (school_id, person_id, kind, student_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((kind = ANY (ARRAY['marks'::text, 'absences'::text, 'homework'::text, 'answers'::text, 'tasks'::text]))),
  CHECK ((way = ANY (ARRAY['now'::text, 'daily'::text, 'off'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table notice_hours (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  daily                smallint,
  quiet_from           smallint,
  quiet_to             smallint,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, person_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  CHECK (((daily >= 0) AND (daily <= 23))),
  CHECK (((quiet_from >= 0) AND (quiet_from <= 23))),
  CHECK (((quiet_to >= 0) AND (quiet_to <= 23)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

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

create table own_subject (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  group_id             uuid not null,
  subject_id           uuid not null,
  from_date            date not null,
  to_date              date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, group_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, subject_id) REFERENCES subject(school_id, id),
  CHECK (((to_date IS NULL) OR (from_date <= to_date)))
);
CREATE INDEX own_subject_group ON own_subject USING btree (school_id, group_id);
CREATE INDEX own_subject_subject ON own_subject USING btree (school_id, subject_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table passkey (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  credential_id        text not null,
  public_key           bytea not null,
  sign_count           bigint not null default 0,
  name                 text not null default ''::text,
  created_at           timestamp with time zone not null default now(),
  last_used_at         timestamp with time zone,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, credential_id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id)
);
CREATE INDEX passkey_account ON passkey USING btree (school_id, account_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table person (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  surname              text collate russian not null,
  given_name           text collate russian not null,
  patronymic           text collate russian not null default ''::text,
  sex                  text not null,
  born_on              date,
  snils                text,
  foreign_languages    text not null default ''::text,
  merged_into          uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  FOREIGN KEY (school_id, merged_into) REFERENCES person(school_id, id),
  CHECK ((given_name <> ''::text)),
  CHECK ((sex = ANY (ARRAY['f'::text, 'm'::text]))),
  CHECK ((snils ~ '^\d{11}$'::text)),
  CHECK ((surname <> ''::text))
);
CREATE INDEX person_by_key ON person USING btree (school_id, name_key(surname), name_key(given_name));
CREATE INDEX person_by_name ON person USING btree (school_id, surname, given_name);
CREATE UNIQUE INDEX person_snils ON person USING btree (school_id, snils) WHERE ((snils IS NOT NULL) AND (merged_into IS NULL));
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table processing_note (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  purpose              text not null,
  basis                text not null default ''::text,
  kept                 text not null default ''::text,
  transfer             text not null default 'unsaid'::text,
  transferred_to       text not null default ''::text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, purpose),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((transfer = ANY (ARRAY['unsaid'::text, 'none'::text, 'some'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table processing_operator (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  hosting_address      text not null default ''::text,
  hosting_owner        text not null default ''::text,
  responsible          text not null default ''::text,
  order_number         text not null default ''::text,
  order_date           date,
  level                smallint,
  level_act            text not null default ''::text,
  notice_number        text not null default ''::text,
  notice_date          date,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK (((level >= 1) AND (level <= 4)))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table processing_purpose (
  school_id            integer not null,
  id                   uuid not null,
  name                 text not null,
  basis                text not null default ''::text,
  whose                text not null default ''::text,
  data                 text not null default ''::text,
  access               text not null default ''::text,
  kept                 text not null default ''::text,
  transfer             text not null default 'unsaid'::text,
  transferred_to       text not null default ''::text,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((transfer = ANY (ARRAY['unsaid'::text, 'none'::text, 'some'::text])))
);
CREATE UNIQUE INDEX processing_purpose_name ON processing_purpose USING btree (school_id, plain_name(name)) WHERE (NOT archived);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table profile (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table recovery_code (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  code_hash            bytea not null,
  used_at              timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id)
);
CREATE INDEX recovery_code_account ON recovery_code USING btree (school_id, account_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table refusal (
  school_id            integer not null,
  operation_id         uuid not null,
  actor_id             uuid not null,
  name                 text not null,
  input_hash           bytea not null,
  code                 text not null,
  params               json not null,
  at                   timestamp with time zone not null default now(),
  PRIMARY KEY (school_id, operation_id)
);
CREATE INDEX refusal_by_actor ON refusal USING btree (school_id, actor_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert, delete

create table reminder (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  teacher_id           uuid not null,
  author_id            uuid not null,
  date                 date not null,
  at                   timestamp with time zone not null,
  withdrawn            boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, author_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES person(school_id, id)
);
CREATE UNIQUE INDEX reminder_of_day ON reminder USING btree (school_id, teacher_id, date) WHERE (NOT withdrawn);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table rescue (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  account_id           uuid not null,
  at                   timestamp with time zone not null,
  machine              text not null default ''::text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id)
);
CREATE INDEX rescue_at ON rescue USING btree (school_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table rescue_seen (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  rescue_id            uuid not null,
  person_id            uuid not null,
  at                   timestamp with time zone not null,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, rescue_id, person_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, rescue_id) REFERENCES rescue(school_id, id)
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table right_choice (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  capability           text not null,
  category             text not null,
  allowed              boolean not null,
  order_number         text not null default ''::text,
  order_date           date,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, capability, category),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((category = ANY (ARRAY['head'::text, 'deputyHead'::text, 'administrator'::text, 'homeroomTeacher'::text])))
);
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
  custom_role_id       uuid,
  order_number         text not null default ''::text,
  order_date           date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, custom_role_id) REFERENCES custom_role(school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK (((role = ANY (ARRAY['head'::text, 'deputyHead'::text, 'administrator'::text, 'custom'::text])) AND ((role = 'custom'::text) = (custom_role_id IS NOT NULL))))
);
CREATE INDEX role_grant_person ON role_grant USING btree (school_id, person_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table room (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text not null,
  capacity             smallint,
  kind                 text not null default ''::text,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK (((capacity >= 1) AND (capacity <= 1000)))
);
CREATE UNIQUE INDEX room_plain_name ON room USING btree (school_id, plain_name(name));
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
  inn                  text not null default ''::text,
  ogrn                 text not null default ''::text,
  address              text not null default ''::text,
  phone                text not null default ''::text,
  email                text not null default ''::text,
  site                 text not null default ''::text,
  head_name            text not null default ''::text,
  head_position        text not null default 'Директор'::text,
  paperless_since      date,
  set_up_at            timestamp with time zone,
  exercise             boolean not null default false,
  PRIMARY KEY (school_id),
  UNIQUE (id),
  CHECK ((inn ~ '^(\d{10})?$'::text)),
  CHECK ((ogrn ~ '^(\d{13})?$'::text)),
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
  PRIMARY KEY (school_id, id),
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
  opened_at            timestamp with time zone,
  study_days           smallint not null default 5,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((from_date < to_date)),
  CHECK ((study_days = ANY (ARRAY[5, 6])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table security_measure (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  measure              text not null,
  done_on              date,
  act                  text not null default ''::text,
  answers              text not null default ''::text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, measure),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
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
  new_device           boolean not null default false,
  seen_at              timestamp with time zone,
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
  purpose              text not null default 'signIn'::text,
  device               text not null default ''::text,
  spent                boolean not null default false,
  PRIMARY KEY (id),
  CHECK ((purpose = ANY (ARRAY['signIn'::text, 'secondStep'::text, 'unlock'::text, 'password'::text])))
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
  category             text not null default ''::text,
  rate                 smallint,
  category_on          date,
  category_order       text not null default ''::text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  CHECK (((rate >= 1) AND (rate <= 300)))
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
  shift                smallint not null default 1,
  study_days           smallint,
  archived             boolean not null default false,
  capacity             smallint,
  subject_id           uuid,
  curriculum_id        uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, curriculum_id) REFERENCES curriculum(school_id, id),
  FOREIGN KEY (school_id, school_year_id) REFERENCES school_year(school_id, id),
  FOREIGN KEY (school_id, subject_id) REFERENCES subject(school_id, id),
  CHECK (((capacity >= 1) AND (capacity <= 200))),
  CHECK (((grade >= 1) AND (grade <= 12))),
  CHECK ((kind = ANY (ARRAY['class'::text, 'subgroup'::text, 'combined'::text, 'stream'::text, 'individual'::text, 'elective'::text, 'extracurricular'::text]))),
  CHECK (((shift >= 1) AND (shift <= 3))),
  CHECK ((study_days = ANY (ARRAY[5, 6])))
);
CREATE INDEX study_group_class ON study_group USING btree (school_id, class_id);
CREATE INDEX study_group_year ON study_group USING btree (school_id, school_year_id, kind);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table subject (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  name                 text collate russian not null,
  short_name           text not null,
  area                 text not null default ''::text,
  federal              boolean not null default true,
  archived             boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, name),
  FOREIGN KEY (school_id) REFERENCES school(school_id)
);
CREATE UNIQUE INDEX subject_plain_name ON subject USING btree (school_id, plain_name(name));
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table support_service (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  kind                 text not null,
  name                 text not null default ''::text,
  phone                text not null default ''::text,
  email                text not null default ''::text,
  site                 text not null default ''::text,
  hours                text not null default ''::text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  CHECK ((kind = ANY (ARRAY['own'::text, 'external'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table support_ticket (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  number               integer not null,
  kind                 text not null,
  compromise_id        uuid,
  subject              text not null default ''::text,
  description          text not null default ''::text,
  diagnostics          text not null default ''::text,
  created_at           timestamp with time zone not null,
  created_by           uuid not null,
  handed_at            timestamp with time zone,
  handed_by            uuid,
  accepted_at          timestamp with time zone,
  accepted_noted_by    uuid,
  accepted_number      text not null default ''::text,
  accepted_by          text not null default ''::text,
  closed_at            timestamp with time zone,
  closed_by            uuid,
  outcome              text not null default ''::text,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, compromise_id),
  UNIQUE (school_id, number),
  FOREIGN KEY (school_id, accepted_noted_by) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, closed_by) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, compromise_id) REFERENCES compromise(school_id, id),
  FOREIGN KEY (school_id, created_by) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, handed_by) REFERENCES person(school_id, id),
  CHECK (((kind = 'compromise'::text) = (compromise_id IS NOT NULL))),
  CHECK (((accepted_at IS NULL) OR (handed_at IS NOT NULL))),
  CHECK (((closed_at IS NULL) OR (accepted_at IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['compromise'::text, 'fault'::text])))
);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table term (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  school_year_id       uuid,
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
  CHECK ((kind = ANY (ARRAY['quarter'::text, 'trimester'::text, 'halfYear'::text, 'module'::text, 'year'::text]))),
  CHECK (((to_grade >= 1) AND (to_grade <= 12)))
);
CREATE INDEX term_year ON term USING btree (school_id, school_year_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table training (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  topic                text not null,
  title                text not null,
  about                text not null default ''::text,
  on_date              date not null,
  starts_at            smallint not null,
  minutes              smallint not null,
  place                text not null default ''::text,
  link                 text not null default ''::text,
  leader_id            uuid,
  guide                text,
  act_id               uuid,
  cancelled            boolean not null default false,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, act_id) REFERENCES local_act(school_id, id),
  FOREIGN KEY (school_id) REFERENCES school(school_id),
  FOREIGN KEY (school_id, leader_id) REFERENCES person(school_id, id),
  CHECK ((guide = ANY (ARRAY['teacher'::text, 'homeroom'::text, 'deputy'::text, 'administrator'::text, 'family'::text]))),
  CHECK (((minutes >= 5) AND (minutes <= 600))),
  CHECK (((starts_at >= 0) AND (starts_at <= 1439))),
  CHECK ((topic = ANY (ARRAY['personalData'::text, 'journal'::text, 'other'::text])))
);
CREATE INDEX training_by_day ON training USING btree (school_id, on_date);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table training_notice (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  training_id          uuid,
  topic                text not null,
  at                   timestamp with time zone not null,
  read_at              timestamp with time zone,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, training_id) REFERENCES training(school_id, id),
  CHECK ((topic = ANY (ARRAY['personalData'::text, 'journal'::text, 'other'::text])))
);
CREATE INDEX training_notice_of_person ON training_notice USING btree (school_id, person_id, at DESC);
-- wall: own_school for all to all using (school_id = current_school())
-- no history
-- the server may: select, insert, update

create table training_person (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  training_id          uuid not null,
  person_id            uuid not null,
  presence             text,
  acquainted_on        date,
  removed              boolean not null default false,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, training_id, person_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, training_id) REFERENCES training(school_id, id),
  CHECK ((presence = ANY (ARRAY['present'::text, 'absent'::text])))
);
CREATE INDEX training_of_person ON training_person USING btree (school_id, person_id);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table urgent_access (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  holder_id            uuid not null,
  student_id           uuid not null,
  class_id             uuid not null,
  reason               text not null,
  opened_at            timestamp with time zone not null,
  until_at             timestamp with time zone not null,
  ended_at             timestamp with time zone,
  ended_by             uuid,
  justified            boolean,
  judged_by            uuid,
  judged_at            timestamp with time zone,
  remark               text not null default ''::text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES study_group(school_id, id),
  FOREIGN KEY (school_id, ended_by) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, holder_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, judged_by) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, student_id) REFERENCES person(school_id, id),
  CHECK ((until_at > opened_at)),
  CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  CHECK ((((justified IS NULL) = (judged_by IS NULL)) AND ((justified IS NULL) = (judged_at IS NULL)))),
  CHECK ((reason <> ''::text))
);
CREATE INDEX urgent_access_by_day ON urgent_access USING btree (school_id, opened_at);
CREATE INDEX urgent_access_of_holder ON urgent_access USING btree (school_id, holder_id, opened_at);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table urgent_look (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  urgent_id            uuid not null,
  at                   timestamp with time zone not null,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, urgent_id) REFERENCES urgent_access(school_id, id)
);
CREATE INDEX urgent_look_of_access ON urgent_look USING btree (school_id, urgent_id, at);
-- wall: own_school for all to all using (school_id = current_school())
-- history: every row before and after
-- the server may: select, insert, update

create table urgent_told (
  school_id            integer not null,
  id                   uuid not null default uuidv7(),
  urgent_id            uuid not null,
  person_id            uuid not null,
  read_at              timestamp with time zone,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, urgent_id, person_id),
  FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  FOREIGN KEY (school_id, urgent_id) REFERENCES urgent_access(school_id, id)
);
CREATE INDEX urgent_told_unread ON urgent_told USING btree (school_id, person_id) WHERE (read_at IS NULL);
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
  select a.school_id, a.id, a.person_id, a.password_hash, a.blocked_at is not null or a.ended_at is not null
  from account a where translate(a.login, 'ё', 'е') = translate(lower(wanted), 'ё', 'е')
$function$;

CREATE OR REPLACE FUNCTION public.alone_with_terms()
 RETURNS void
 LANGUAGE plpgsql
 SET lock_timeout TO '250ms'
AS $function$
begin
  for turn in 1 .. 20 loop
    begin
      lock table term in access exclusive mode;
      return;
    exception when lock_not_available then
      if turn = 20 then raise; end if;
      perform pg_sleep(0.1 + random() / 5);
    end;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.change_digest(c change)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256(convert_to(('zv1'::text || (jsonb_build_array((c).id, (c).operation_id, (c).table_name, (c).row_id, (c).before, (c).after))::text), 'UTF8'::name));

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

CREATE OR REPLACE FUNCTION public.empty_contacts(erased text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  gone int;
  asked uuid[];
begin
  update contact set value = '—', removed = true where school_id = current_school() and kind = erased and value <> '—';
  get diagnostics gone = row_count;
  -- A request about this very kind tells it in its words as well, an address among them: they go whole, while it is still known which those are.
  select coalesce(array_agg(id), '{}') into asked from change_request
  where school_id = current_school() and jsonb_typeof(proposed -> 'contacts') = 'object'
    and (proposed -> 'contacts' -> erased) is distinct from (proposed -> 'contactsBefore' -> erased);
  update change_request set proposed = without_contacts(proposed, erased),
    comment = case when comment <> '' and id = any(asked) then '—' else without_contact_text(comment, erased) end,
    answer = without_contact_text(answer, erased)
  where school_id = current_school() and (proposed <> without_contacts(proposed, erased) or id = any(asked)
    or comment <> without_contact_text(comment, erased) or answer <> without_contact_text(answer, erased));
  update data_check set remarks = without_contact_text(remarks, erased)
  where school_id = current_school() and remarks <> without_contact_text(remarks, erased);
  update change c set before = c.before || case when c.before is not null then '{"value": "—"}'::jsonb end,
    after = c.after || case when c.after is not null then '{"value": "—"}'::jsonb end
  where c.school_id = current_school() and c.table_name = 'contact'
    and c.row_id in (select id from contact where school_id = current_school() and kind = erased);
  update change c set
    before = case when c.before is not null then jsonb_set(c.before, '{proposed}', without_contacts(c.before -> 'proposed', erased)) end,
    after = case when c.after is not null then jsonb_set(c.after, '{proposed}', without_contacts(c.after -> 'proposed', erased)) end
  where c.school_id = current_school() and c.table_name = 'change_request'
    and c.row_id in (select id from change_request where school_id = current_school() and kind = 'data');
  update change c set before = c.before || case when c.before ->> 'comment' <> '' then '{"comment": "—"}'::jsonb else '{}' end,
    after = c.after || case when c.after ->> 'comment' <> '' then '{"comment": "—"}'::jsonb else '{}' end
  where c.school_id = current_school() and c.table_name = 'change_request' and c.row_id = any(asked);
  update operation set input = input || '{"comment": "—"}'
  where school_id = current_school() and name = 'people.requestChange' and input ->> 'comment' <> '' and (output ->> 'requestId')::uuid = any(asked);
  update change c set before = without_contact_words(c.before, erased), after = without_contact_words(c.after, erased)
  where c.school_id = current_school() and c.table_name in ('change_request', 'data_check')
    and (c.before is distinct from without_contact_words(c.before, erased) or c.after is distinct from without_contact_words(c.after, erased));
  update operation set input = without_contact_words(without_contacts(input, erased), erased)
  where school_id = current_school() and name in ('people.setContacts', 'people.requestChange', 'people.reportArrival', 'people.reportDeparture',
      'people.askAboutData', 'people.acceptRequest', 'people.declineRequest', 'people.confirmClass')
    and input <> without_contact_words(without_contacts(input, erased), erased);
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_contacts(erased text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  gone int := empty_contacts(erased);
begin
  -- Whatever of the history this transaction has written anew: its own changes belong to its own operation, which is not written yet.
  insert into erased_record (school_id, change_id, digest)
  select c.school_id, c.id, change_digest(c) from change c
  where c.school_id = current_school() and c.xmin = pg_current_xact_id()::xid and c.operation_id <> current_operation();
  insert into erased_record (school_id, emptied_operation_id, digest)
  select o.school_id, o.id, operation_digest(o) from operation o
  where o.school_id = current_school() and o.xmin = pg_current_xact_id()::xid and o.id <> current_operation();
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.hash_leaf()
 RETURNS trigger
 LANGUAGE plpgsql
 SET "TimeZone" TO 'UTC'
AS $function$
begin
  new.leaf := sha256('\x00'::bytea || convert_to('zv1' || jsonb_build_array(new.idx, new.kind, new.at, new.name, new.operation_id, new.actor_id,
    new.session_id, new.about, new.table_name, encode(new.digest, 'hex'), new.changes, new.row_ids, encode(new.digests, 'hex'))::text, 'UTF8'));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.known_people(today date)
 RETURNS TABLE(person_id uuid, surname text, given_name text, patronymic text, kind text, class_id uuid, class_name text, detail text, here boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with stay as materialized (
    select e.student_id, u.class_id, coalesce(k.name, u.name) as class_name, least(e.to_date, y.to_date + 62) as until,
      u.kind in ('class', 'individual') as home,
      row_number() over (partition by e.student_id, u.kind in ('class', 'individual') order by (e.from_date <= today) desc, e.from_date desc, u.kind) as place
    from enrolment e join study_group u on u.school_id = e.school_id and u.id = e.group_id
      join school_year y on y.school_id = u.school_id and y.id = u.school_year_id
      left join study_group k on k.school_id = u.school_id and k.id = u.class_id
    where e.school_id = current_school()
  ), tie as (
    select student_id, guardian_id, from_date, to_date, max(until) over (partition by student_id) as until from (
      select student_id, null::uuid as guardian_id, null::date as from_date, null::date as to_date, until from stay
      union all
      select student_id, guardian_id, from_date, to_date, null from guardian_of where school_id = current_school()
    ) both_lists
  ), fact (person_id, surname, given_name, patronymic, works, worked, positions, class_id, class_name, until, names, here) as (
    select p.id, p.surname, p.given_name, p.patronymic, null::boolean, null::boolean, null, null::uuid, null, null::date, null, null::boolean
    from person p where p.school_id = current_school() and p.merged_into is null
    union all
    select f.person_id, null, null, null, bool_or(today <= coalesce(f.to_date, 'infinity')), true,
      string_agg(f.position, ', ' order by f.from_date, f.position) filter (where today between f.from_date and coalesce(f.to_date, 'infinity')), null, null, null, null, null
    from staff f where f.school_id = current_school() group by f.person_id
    union all
    select r.person_id, null, null, null, true, null, null, null, null, null, null, null from role_grant r
    where r.school_id = current_school() and today <= coalesce(r.to_date, 'infinity')
    union all
    select t.teacher_id, null, null, null, true, null, null, null, null, null, null, null from assignment t
    where t.school_id = current_school() and today <= coalesce(t.to_date, 'infinity')
    union all
    select s.student_id, null, null, null, null, null, null, s.class_id, s.class_name, coalesce(s.until, 'infinity'), null, null
    from stay s where s.home and s.place = 1
    union all
    select o.guardian_id, null, null, null, null, null, null, null, null, null,
      string_agg(w.given_name || ' ' || w.surname, ', ' order by w.born_on, w.given_name, w.surname, w.id),
      bool_or(today between o.from_date and coalesce(o.to_date, 'infinity') and o.until >= today)
    from tie o join person w on w.school_id = current_school() and w.id = o.student_id
    where o.guardian_id is not null group by o.guardian_id
  ), known as (
    select person_id, max(surname) as surname, max(given_name) as given_name, max(patronymic) as patronymic, bool_or(works) as works,
      bool_or(worked) as worked, max(positions) as positions, max(until) as until, max(class_name) as class_name,
      (array_agg(class_id) filter (where class_id is not null))[1] as class_id, max(names) as names, bool_or(here) as here
    from fact group by person_id having max(surname) is not null
  )
  select person_id, surname, given_name, patronymic,
    case when works then 'staff' when until is not null then 'student' when worked then 'staff' when names is not null then 'guardian' end,
    class_id, class_name,
    case when works then coalesce(positions, '') when until is not null then coalesce(class_name, '') when worked then '' else coalesce(names, '') end,
    coalesce(works or until >= today or here, false)
  from known
$function$;

CREATE OR REPLACE FUNCTION public.lessons_to_fill(today date)
 RETURNS SETOF lesson
 LANGUAGE sql
 STABLE
AS $function$
  select l.* from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
    join study_group g on g.school_id = c.school_id and g.id = c.group_id
  where l.school_id = current_school() and l.date < today and l.date >= today - 30 and not l.cancelled
    and (l.topic = '' or l.roll_called_at is null)
    and not exists (select from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
      and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date and t.locked_at is not null)
$function$;

CREATE OR REPLACE PROCEDURE public.merge_people(IN kept uuid, IN twin uuid)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$;

CREATE OR REPLACE FUNCTION public.name_key(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN TRIM(BOTH FROM regexp_replace(translate(lower(($1 COLLATE "ru-x-icu")), ('ёabcehkmoptxy-‐‑–—'::text || chr(160)), 'еавсенкмортху      '::text), '\s+'::text, ' '::text, 'g'::text));

CREATE OR REPLACE FUNCTION public.operation_digest(o operation)
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET "TimeZone" TO 'UTC'
RETURN sha256(convert_to(('zv1'::text || (jsonb_build_array((o).id, (o).name, (o).actor_id, (o).session_id, (o).about, (o).input, (o).output, (o).at))::text), 'UTF8'::name));

CREATE OR REPLACE FUNCTION public.plain_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(replace(replace(regexp_replace(btrim(name), '\s+'::text, ' '::text, 'g'::text), 'ё'::text, 'е'::text), 'Ё'::text, 'е'::text));

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

CREATE OR REPLACE FUNCTION public.put_back(run uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$;

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

CREATE OR REPLACE FUNCTION public.row_digest(row_id uuid, value jsonb)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256(convert_to(('zv1'::text || (jsonb_build_array(row_id, value))::text), 'UTF8'::name));

CREATE OR REPLACE FUNCTION public.search_form(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(lower(($1 COLLATE "ru-x-icu")), 'ё'::text, 'е'::text);

CREATE OR REPLACE FUNCTION public.subjects_in(input jsonb)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT DISTINCT ((v.v #>> '{}'::text[]))::uuid AS uuid
    FROM unnest(ARRAY['$.**."studentId"'::jsonpath, '$.**."personId"'::jsonpath, '$.**."guardianId"'::jsonpath, '$.**."teacherId"'::jsonpath, '$.**."classId"'::jsonpath]) p(p),
     LATERAL jsonb_path_query(subjects_in.input, p.p) v(v)
   WHERE ((v.v #>> '{}'::text[]) ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'::text);
END;

CREATE OR REPLACE FUNCTION public.subjects_of(c change)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (subjects_of.c).row_id AS row_id
   WHERE ((subjects_of.c).table_name = ANY (ARRAY['person'::text, 'study_group'::text, 'course'::text, 'lesson'::text]))
 UNION
  SELECT ((COALESCE((subjects_of.c).after, (subjects_of.c).before) ->> k.k))::uuid AS uuid
    FROM unnest(ARRAY['student_id'::text, 'person_id'::text, 'guardian_id'::text, 'teacher_id'::text, 'group_id'::text, 'class_id'::text, 'course_id'::text]) k(k)
   WHERE ((COALESCE((subjects_of.c).after, (subjects_of.c).before) ->> k.k) IS NOT NULL);
END;

CREATE OR REPLACE FUNCTION public.take_back(taken uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.timetable_missing(year uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not exists (select from course c join slot x on x.school_id = c.school_id and x.course_id = c.id
      where c.school_id = current_school() and c.school_year_id = year)
    and not exists (select from course c join lesson l on l.school_id = c.school_id and l.course_id = c.id
      where c.school_id = current_school() and c.school_year_id = year)
$function$;

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

CREATE OR REPLACE FUNCTION public.without_contact_text(told text, erased text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case erased
    when 'phone' then regexp_replace(told,
      '(?<!\d)(?:\+7|8|7)?[\s(-]{0,3}9\d{2}[\s)-]{0,3}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?<!\d)(?:\+7|8)[\s(-]{1,3}\d{3,5}[\s)-]{1,3}\d{1,3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|[Тт]ел(?:ефон[а-я]*|\.)?\s*:?\s*\d[\d\s()-]{3,18}\d', '—', 'g')
    when 'email' then regexp_replace(told, '[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:.]+', '—', 'g')
    else told end
$function$;

CREATE OR REPLACE FUNCTION public.without_contact_words(told jsonb, erased text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when told is null then null else told || coalesce((
    select jsonb_object_agg(key, without_contact_text(value #>> '{}', erased)) from jsonb_each(told)
    where key in ('comment', 'answer', 'remarks') and jsonb_typeof(value) = 'string'), '{}') end
$function$;

CREATE OR REPLACE FUNCTION public.without_contacts(told jsonb, erased text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_set(jsonb_set(jsonb_set(told, array['contacts', erased], '[]', false), array['contactsBefore', erased], '[]', false),
    array['expected', erased], '[]', false)
$function$;

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
