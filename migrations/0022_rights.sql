-- What a school lets its categories of people do, where it is the school's to say. A row is a decision; without one the default holds. [S1 4.1б]
create table right_choice (
  school_id    int not null,
  id           uuid not null default uuidv7(),
  capability   text not null,               -- 'movement.keep'
  category     text not null check (category in ('head', 'deputyHead', 'administrator', 'homeroomTeacher')),
  allowed      boolean not null,
  order_number text not null default '',
  order_date   date,
  primary key (school_id, id),
  unique (school_id, capability, category),
  foreign key (school_id) references school (school_id)
);
call protect('right_choice');

-- Экстренный доступ: the card of a pupil opened for a written reason and some hours, by staff who have nothing to do with the pupil
-- otherwise. [S4 Р24c]
create table urgent_access (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  holder_id  uuid not null,
  student_id uuid not null,
  class_id   uuid not null,                 -- of that day: whose homeroom teacher is told
  reason     text not null check (reason <> ''),
  opened_at  timestamptz not null,
  until_at   timestamptz not null,
  ended_at   timestamptz,
  ended_by   uuid,
  justified  boolean,                       -- what the head made of it; null: not looked at yet
  judged_by  uuid,
  judged_at  timestamptz,
  remark     text not null default '',
  primary key (school_id, id),
  foreign key (school_id, holder_id) references person (school_id, id),
  foreign key (school_id, student_id) references person (school_id, id),
  foreign key (school_id, class_id) references study_group (school_id, id),
  foreign key (school_id, ended_by) references person (school_id, id),
  foreign key (school_id, judged_by) references person (school_id, id),
  check (until_at > opened_at),
  check ((ended_at is null) = (ended_by is null)),
  check ((justified is null) = (judged_by is null) and (justified is null) = (judged_at is null))
);
create index urgent_access_of_holder on urgent_access (school_id, holder_id, opened_at);
create index urgent_access_by_day on urgent_access (school_id, opened_at);
call protect('urgent_access');

-- Each look at the card, written down in the very statement that answers it.
create table urgent_look (
  school_id int not null,
  id        uuid not null default uuidv7(),
  urgent_id uuid not null,
  at        timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, urgent_id) references urgent_access (school_id, id)
);
create index urgent_look_of_access on urgent_look (school_id, urgent_id, at);
call protect('urgent_look');

-- Who is told of it at once, by the bell: head, administrators, the homeroom teacher of that day.
create table urgent_told (
  school_id int not null,
  id        uuid not null default uuidv7(),
  urgent_id uuid not null,
  person_id uuid not null,
  read_at   timestamptz,
  primary key (school_id, id),
  unique (school_id, urgent_id, person_id),
  foreign key (school_id, urgent_id) references urgent_access (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
create index urgent_told_unread on urgent_told (school_id, person_id) where read_at is null;
call protect('urgent_told');
