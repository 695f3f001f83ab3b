-- Accounts, sessions, roles.

create table account (
  school_id            int not null,
  id                   uuid not null default uuidv7(),
  person_id            uuid not null,
  login                text not null check (login ~ '^[a-zа-яё0-9][a-zа-яё0-9._-]{2,39}$'),
  password_hash        text not null,
  must_change_password boolean not null default true,
  blocked_at           timestamptz,       -- blocked by a person; lockout by guessing is sign_in_attempt
  created_at           timestamptz not null default now(),
  primary key (school_id, id),
  unique (school_id, person_id),
  foreign key (school_id, person_id) references person
);
-- One login means one account in the whole deployment, whatever way its «ё» is typed.
create unique index account_login on account (translate(login, 'ё', 'е'));

create table session (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  account_id uuid not null,
  token_hash bytea not null,
  device     text not null,               -- «Chrome, Windows»
  address    text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at   timestamptz,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account
);
create unique index session_token on session (school_id, token_hash);
create index session_account on session (school_id, account_id);

-- When a session was last in use, to the minute. Without history: it says nothing of the journal, and is written all day long.
create table session_touch (
  school_id  int not null,
  session_id uuid not null,
  at         timestamptz not null,
  asleep     boolean not null default false,  -- put to sleep by its person: only the password wakes it
  primary key (school_id, session_id),
  foreign key (school_id, session_id) references session
);

create table role_grant (
  school_id int not null,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  role      text not null check (role in ('head', 'deputyHead', 'administrator')),
  from_date date not null,
  to_date   date,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person
);
create index role_grant_person on role_grant (school_id, person_id);

call protect('account', 'password_hash');
-- For account_of_login alone, which runs as the owner.
create policy owner_finds_logins on account for select to current_user using (true);
call protect('session', 'token_hash');
call protect('role_grant');
call wall('session_touch');
grant select, insert, update on session_touch to zvonok_app;

-- A log of guesses; one counts as wrong until it has proved right. It names a login, not a school: an unknown login has none.
create table sign_in_attempt (
  id      bigint generated always as identity primary key,
  login   text not null,
  address text not null,
  known_device boolean not null default false,
  success boolean not null,
  at      timestamptz not null default now()
);
create index sign_in_attempt_login on sign_in_attempt (login, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);
grant select, insert, update, delete on sign_in_attempt to zvonok_app;

-- The one look across schools: which account has this login. Everything after it happens inside that school.
create function account_of_login(wanted text)
returns table (school_id int, id uuid, person_id uuid, password_hash text, blocked boolean)
language sql stable security definer set search_path = public as $$
  select a.school_id, a.id, a.person_id, a.password_hash, a.blocked_at is not null
  from account a where translate(a.login, 'ё', 'е') = translate(lower(wanted), 'ё', 'е')
$$;
revoke all on function account_of_login(text) from public;
grant execute on function account_of_login(text) to zvonok_app;
