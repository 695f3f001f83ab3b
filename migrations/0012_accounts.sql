-- Accounts: how they are handed out, second factors, roles by order, what to do when a password is known to others.

alter table account
  add column ended_at timestamptz,
  add column totp_secret text,
  add column totp_since timestamptz,                      -- null: offered, not confirmed by a code yet
  add column totp_step bigint;                            -- of the last code that was taken: none is taken twice
drop trigger record_insert on account;
drop trigger record_update on account;
drop trigger record_delete on account;
create trigger record_insert after insert on account referencing new table as new_rows for each statement execute function record_insert('password_hash', 'totp_secret');
create trigger record_update after update on account referencing old table as old_rows new table as new_rows for each statement execute function record_update('password_hash', 'totp_secret');
create trigger record_delete after delete on account referencing old table as old_rows for each statement execute function record_delete('password_hash', 'totp_secret');

create table recovery_code (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  account_id uuid not null,
  code_hash  bytea not null,
  used_at    timestamptz,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id)
);
create index recovery_code_account on recovery_code (school_id, account_id);
call protect('recovery_code', 'code_hash');

create table passkey (
  school_id     int not null,
  id            uuid not null default uuidv7(),
  account_id    uuid not null,
  credential_id text not null,
  public_key    bytea not null,
  sign_count    bigint not null default 0,
  name          text not null default '',
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz,
  removed       boolean not null default false,
  primary key (school_id, id),
  unique (school_id, credential_id),
  foreign key (school_id, account_id) references account (school_id, id)
);
create index passkey_account on passkey (school_id, account_id);
call protect('passkey', 'public_key');

-- The register of issue: who was given a slip or a link, when, and who took it. [S0 2.5, S1 А2]
create table credential_issue (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  account_id  uuid not null,
  kind        text not null check (kind in ('slip', 'link')),
  issued_by   uuid not null,
  issued_at   timestamptz not null default now(),
  token_hash  bytea,                                      -- of an activation link
  expires_at  timestamptz,
  used_at     timestamptz,
  handed_on   date,
  received_by text not null default '',
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, issued_by) references person (school_id, id)
);
create index credential_issue_account on credential_issue (school_id, account_id, issued_at);
create index credential_issue_token on credential_issue (school_id, token_hash) where token_hash is not null;
call protect('credential_issue', 'token_hash');

-- Roles that a school makes for itself: медсестра, секретарь, социальный педагог, пищеблок.
create table custom_role (
  school_id int not null,
  id        uuid not null default uuidv7(),
  name      text not null,
  rights    text[] not null,
  archived  boolean not null default false,
  primary key (school_id, id),
  unique (school_id, name),
  foreign key (school_id) references school (school_id)
);
call protect('custom_role');

alter table role_grant
  add column custom_role_id uuid,
  add column order_number text not null default '',
  add column order_date date,
  add foreign key (school_id, custom_role_id) references custom_role (school_id, id);
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check
  check (role in ('head', 'deputyHead', 'administrator', 'custom') and (role = 'custom') = (custom_role_id is not null));

-- «Сообщить о компрометации»: moments that decide later what was done by whom. [S1 3.15, S4 З21]
create table compromise (
  school_id       int not null,
  id              uuid not null default uuidv7(),
  account_id      uuid not null,
  reported_by     uuid not null,
  detected_at     timestamptz not null,
  reported_at     timestamptz not null default now(),
  head_told_at    timestamptz,
  support_told_at timestamptz,
  description     text not null default '',
  closed_at       timestamptz,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, reported_by) references person (school_id, id)
);
create index compromise_account on compromise (school_id, account_id);
call protect('compromise');

-- A device the account had never signed in on; its owner is told until they have seen it.
alter table session
  add column new_device boolean not null default false,
  add column seen_at timestamptz;

-- What was tried, from what device; `spent`: the second step was passed with it, and is not passed with it again.
alter table sign_in_attempt
  add column purpose text not null default 'signIn' check (purpose in ('signIn', 'secondStep', 'unlock', 'password')),
  add column device text not null default '',
  add column spent boolean not null default false;

-- An account that has ended is as shut as a blocked one.
create or replace function account_of_login(wanted text)
returns table (school_id int, id uuid, person_id uuid, password_hash text, blocked boolean)
language sql stable security definer set search_path = public as $$
  select a.school_id, a.id, a.person_id, a.password_hash, a.blocked_at is not null or a.ended_at is not null
  from account a where translate(a.login, 'ё', 'е') = translate(lower(wanted), 'ё', 'е')
$$;

-- Everybody with a card, and what they are to the school on a day: kind, class of a student, words for lists. `here` is false of who is
-- nobody at the school any more: no post, no role, no lessons, no place in a class, no child in one. [S4 Р24]
create function known_people(today date)
returns table (person_id uuid, surname text, given_name text, patronymic text, kind text, class_id uuid, class_name text, detail text, here boolean)
language sql stable as $$
  select p.id, p.surname, p.given_name, p.patronymic,
    case when s.works then 'staff' when c.group_id is not null then 'student' when s.worked then 'staff' when g.names is not null then 'guardian' end,
    c.class_id, c.class_name,
    case when s.works then coalesce(s.positions, '') when c.group_id is not null then coalesce(c.class_name, '') when s.worked then '' else coalesce(g.names, '') end,
    coalesce(s.works or c.until >= today or g.here, false)
  from person p
    cross join lateral (
      select coalesce(bool_or(today between f.from_date and coalesce(f.to_date, 'infinity')), false)
          or exists (select from role_grant r where r.school_id = p.school_id and r.person_id = p.id and today <= coalesce(r.to_date, 'infinity'))
          or exists (select from assignment t where t.school_id = p.school_id and t.teacher_id = p.id and today <= coalesce(t.to_date, 'infinity')) as works,
        count(*) > 0 as worked,
        string_agg(f.position, ', ') filter (where today between f.from_date and coalesce(f.to_date, 'infinity')) as positions
      from staff f where f.school_id = p.school_id and f.person_id = p.id) s
    left join lateral (
      select e.group_id, u.class_id, coalesce(k.name, u.name) as class_name, least(e.to_date, y.to_date + 62) as until
      from enrolment e join study_group u on u.school_id = e.school_id and u.id = e.group_id
        join school_year y on y.school_id = u.school_id and y.id = u.school_year_id
        left join study_group k on k.school_id = u.school_id and k.id = u.class_id
      where e.school_id = p.school_id and e.student_id = p.id and u.kind in ('class', 'individual')
      order by (e.from_date <= today) desc, e.from_date desc, u.kind limit 1) c on true
    cross join lateral (
      select string_agg(w.given_name || ' ' || w.surname, ', ' order by w.born_on) as names,
        bool_or(today between o.from_date and coalesce(o.to_date, 'infinity') and exists (select from enrolment e
          join study_group u on u.school_id = e.school_id and u.id = e.group_id
          join school_year y on y.school_id = u.school_id and y.id = u.school_year_id
          where e.school_id = o.school_id and e.student_id = o.student_id and least(e.to_date, y.to_date + 62) >= today)) as here
      from guardian_of o join person w on w.school_id = o.school_id and w.id = o.student_id
      where o.school_id = p.school_id and o.guardian_id = p.id) g
  where p.school_id = current_school() and p.merged_into is null
$$;
