-- What a person is told of. Not in the history: a notice only points at a row of the journal, which is.
create table notice (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  person_id  uuid not null,               -- who is told
  student_id uuid not null,               -- about whom
  kind       text not null check (kind in ('mark', 'absence')),
  source_id  uuid not null,               -- mark or absence: told once, told again when it changes
  at         timestamptz not null,
  read_at    timestamptz,
  primary key (school_id, id),
  unique (school_id, person_id, source_id),
  foreign key (school_id, person_id) references person,
  foreign key (school_id, student_id) references person
);
create index notice_of_person on notice (school_id, person_id, at desc);
call wall('notice');
grant select, insert, update, delete on notice to zvonok_app;
create index outbox_by_age on outbox (school_id, at);

-- One row that the health check writes: who cannot write is not well.
create table heartbeat (
  id boolean primary key default true check (id),
  at timestamptz not null default now()
);
insert into heartbeat default values;
grant select, update on heartbeat to zvonok_app;
