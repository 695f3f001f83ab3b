-- The school itself: what is printed at the head of every form, its local acts, and who has read them.

alter table school
  add column inn text not null default '' check (inn ~ '^(\d{10})?$'),
  add column ogrn text not null default '' check (ogrn ~ '^(\d{13})?$'),
  add column address text not null default '',
  add column phone text not null default '',
  add column email text not null default '',
  add column site text not null default '',
  add column head_name text not null default '',
  add column head_position text not null default 'Директор',
  add column paperless_since date,
  add column set_up_at timestamptz;                       -- null: the first-start guide is not finished

create table local_act (
  school_id     int not null,
  id            uuid not null default uuidv7(),
  kind          text not null check (kind in ('regulation', 'order', 'terms', 'instruction')),
  title         text not null,
  version       smallint not null default 1,
  number        text not null default '',
  dated_on      date,
  from_date     date not null,
  to_date       date,
  body          text not null default '',
  file_id       uuid,
  for_staff     boolean not null default true,
  for_families  boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id) references school (school_id),
  foreign key (school_id, file_id) references file (school_id, id)
);
call protect('local_act');

-- «С приказом ознакомлены», and the terms accepted at the first sign-in. [S1 Oack, S1 3.13]
create table acknowledgement (
  school_id int not null,
  id        uuid not null default uuidv7(),
  act_id    uuid not null,
  person_id uuid not null,
  at        timestamptz not null default now(),
  primary key (school_id, id),
  unique (school_id, act_id, person_id),
  foreign key (school_id, act_id) references local_act (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
call protect('acknowledgement');
