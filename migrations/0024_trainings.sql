-- Seminars and instructions: what was planned, who was asked to come, who was there or read the materials afterwards. [S1 П3, S0 2.7, S2 3.1г, S4 К8]

create table training (
  school_id int not null,
  id        uuid not null default uuidv7(),
  topic     text not null check (topic in ('personalData', 'journal', 'other')),
  title     text not null,
  about     text not null default '',
  on_date   date not null,
  starts_at smallint not null check (starts_at between 0 and 1439),
  minutes   smallint not null check (minutes between 5 and 600),
  place     text not null default '',
  link      text not null default '',
  leader_id uuid,
  guide     text check (guide in ('teacher', 'homeroom', 'deputy', 'administrator', 'family')),
  act_id    uuid,
  cancelled boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id) references school (school_id),
  foreign key (school_id, leader_id) references person (school_id, id),
  foreign key (school_id, act_id) references local_act (school_id, id)
);
create index training_by_day on training (school_id, on_date);
call protect('training');

create table training_person (
  school_id     int not null,
  id            uuid not null default uuidv7(),
  training_id   uuid not null,
  person_id     uuid not null,
  presence      text check (presence in ('present', 'absent')),
  acquainted_on date,                                     -- «С материалами ознакомлен(а)», said in person
  removed       boolean not null default false,
  primary key (school_id, id),
  unique (school_id, training_id, person_id),
  foreign key (school_id, training_id) references training (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
create index training_of_person on training_person (school_id, person_id);
call protect('training_person');

-- What the bell says. Not in the history: it only points at a training or a topic.
create table training_notice (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  person_id   uuid not null,
  training_id uuid,                                       -- null: a reminder of a topic
  topic       text not null check (topic in ('personalData', 'journal', 'other')),
  at          timestamptz not null,
  read_at     timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, training_id) references training (school_id, id)
);
create index training_notice_of_person on training_notice (school_id, person_id, at desc);
call wall('training_notice');
grant select, insert, update on training_notice to zvonok_app;

-- «Что где» is shown at the first sign-in, once. Who signed in before it existed needs no introduction.
alter table account add column welcomed_at timestamptz default now();
alter table account alter column welcomed_at drop default;

-- A school to practise in: its own address, made-up people. Every page says so. [S1 П3]
alter table school add column exercise boolean not null default false;
