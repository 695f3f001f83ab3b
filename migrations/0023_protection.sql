-- Protection of accounts: one account used in two places, tickets to the support, access given back on the server.

-- Uses of one account that one person hardly makes. The owner is asked, the administrator settles; nobody is kept out by it. [S1 3.13, S4 Р27]
create table double_use (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  account_id  uuid not null,
  kind        text not null check (kind in ('places', 'byTurns')),
  noticed_at  timestamptz not null,
  last_at     timestamptz not null,
  answer      text check (answer in ('mine', 'notMine')),
  answered_at timestamptz,
  answered_on text not null default '',                   -- the device on which it was answered
  settled_at  timestamptz,
  settled_by  uuid,
  note        text not null default '',
  check ((answer is null) = (answered_at is null)),
  check ((settled_at is null) = (settled_by is null)),
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, settled_by) references person (school_id, id)
);
-- Of one account one question at a time.
create unique index double_use_open on double_use (school_id, account_id) where answer is null and settled_at is null;
create index double_use_account on double_use (school_id, account_id, noticed_at);
call protect('double_use');

create table double_use_place (
  school_id     int not null,
  id            uuid not null default uuidv7(),
  double_use_id uuid not null,
  session_id    uuid not null,
  device        text not null,
  address       text not null,                            -- of the use, not of the sign-in
  at            timestamptz not null,
  primary key (school_id, id),
  unique (school_id, double_use_id, session_id, address),
  foreign key (school_id, double_use_id) references double_use (school_id, id),
  foreign key (school_id, session_id) references session (school_id, id)
);
call protect('double_use_place');

-- Who the support is; without a row the administrators of the school. [S4 З21]
create table support_service (
  school_id int not null,
  id        uuid not null default uuidv7(),
  kind      text not null check (kind in ('own', 'external')),
  name      text not null default '',
  phone     text not null default '',
  email     text not null default '',
  site      text not null default '',
  hours     text not null default '',
  primary key (school_id, id),
  unique (school_id),
  foreign key (school_id) references school (school_id)
);
call protect('support_service');

-- «Обращение № 12»: created, handed over, accepted by the service, closed. [S4 З21, К11, У16]
create table support_ticket (
  school_id       int not null,
  id              uuid not null default uuidv7(),
  number          int not null,
  kind            text not null check (kind in ('compromise', 'fault')),
  compromise_id   uuid,
  subject         text not null default '',
  description     text not null default '',
  diagnostics     text not null default '',
  created_at      timestamptz not null,
  created_by      uuid not null,
  handed_at       timestamptz,
  handed_by       uuid,
  accepted_at     timestamptz,                            -- when the service learned of it
  accepted_noted_by uuid,
  accepted_number text not null default '',               -- its number at the service
  accepted_by     text not null default '',               -- who of the service took it
  closed_at       timestamptz,
  closed_by       uuid,
  outcome         text not null default '',
  check ((kind = 'compromise') = (compromise_id is not null)),
  check (accepted_at is null or handed_at is not null),
  check (closed_at is null or accepted_at is not null),
  primary key (school_id, id),
  unique (school_id, number),
  unique (school_id, compromise_id),
  foreign key (school_id, compromise_id) references compromise (school_id, id),
  foreign key (school_id, created_by) references person (school_id, id),
  foreign key (school_id, handed_by) references person (school_id, id),
  foreign key (school_id, accepted_noted_by) references person (school_id, id),
  foreign key (school_id, closed_by) references person (school_id, id)
);

-- Reports made before get their tickets; whoever was noted as told has accepted.
do $$
declare
  one int;
begin
  for one in select school_id from school loop
    perform set_config('app.school_id', one::text, true);
    insert into support_ticket (school_id, number, kind, compromise_id, description, created_at, created_by, handed_at, handed_by, accepted_at, accepted_noted_by)
    select c.school_id, row_number() over (order by c.reported_at, c.id), 'compromise', c.id, c.description, c.reported_at, c.reported_by,
      c.reported_at, c.reported_by, case when c.support_told_at is not null then greatest(c.support_told_at, c.reported_at) end,
      case when c.support_told_at is not null then c.reported_by end
    from compromise c where c.school_id = one;
  end loop;
  perform set_config('app.school_id', '', true);
end $$;
call protect('support_ticket');

-- Access given back by whoever holds the machine: the head and the administrators are told.
create table rescue (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  account_id uuid not null,
  at         timestamptz not null,
  machine    text not null default '',                    -- whose terminal it was: name of the system's user and of the computer
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id)
);
create index rescue_at on rescue (school_id, at);
call protect('rescue');

create table rescue_seen (
  school_id int not null,
  id        uuid not null default uuidv7(),
  rescue_id uuid not null,
  person_id uuid not null,
  at        timestamptz not null,
  primary key (school_id, id),
  unique (school_id, rescue_id, person_id),
  foreign key (school_id, rescue_id) references rescue (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
call protect('rescue_seen');
