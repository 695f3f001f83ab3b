-- The log of actions: every operation and every change of a row under a hash, the hashes in a tree, the tree under a chain of seals.
-- Sealed when an operation leaves the outbox: whoever writes pays nothing for it, and nothing leaves unsealed. Rows are only added.
create table log_leaf (
  school_id    int not null,
  idx          bigint not null,           -- from 0, without gaps
  -- 'operation' with its changes; from before the log began, in blocks: 'changes', and 'rows' that came in without a history
  kind         text not null check (kind in ('operation', 'changes', 'rows')),
  at           timestamptz not null,      -- of the operation; of a block, when it was taken in
  name         text not null default '',
  operation_id uuid,
  actor_id     uuid,
  session_id   uuid,                      -- of a sign-in the session it began
  about        uuid,
  table_name   text,
  digest       bytea,                     -- of the row of `operation`
  changes      bigint[] not null default '{}',
  row_ids      uuid[] not null default '{}',
  digests      bytea not null default '', -- 32 bytes for each of the changes or rows, in their order
  leaf         bytea not null,
  primary key (school_id, idx)
);
create unique index log_leaf_of_operation on log_leaf (school_id, operation_id) where kind = 'operation';
create index log_leaf_by_time on log_leaf (school_id, at, idx) where kind = 'operation';
create index log_leaf_by_actor on log_leaf (school_id, actor_id, at, idx) where kind = 'operation';
create index log_leaf_by_name on log_leaf (school_id, name, at, idx) where kind = 'operation';
create index log_leaf_of_rows on log_leaf (school_id, table_name, idx) where kind = 'rows';

-- Whom and what an operation touched: people, courses, classes, lessons. For finding; no part of the proof.
create table log_subject (
  school_id  int not null,
  subject_id uuid not null,
  at         timestamptz not null,
  idx        bigint not null,
  primary key (school_id, subject_id, at, idx)
);
create index log_subject_of_leaf on log_subject (school_id, idx);

-- The state of the tree at a moment, chained to the state before.
create table log_seal (
  school_id   int not null,
  number      int not null,              -- from 0: where the log of the school begins
  size        bigint not null,           -- leaves
  root        bytea not null,            -- RFC 6962, SHA-256
  frontier    bytea not null,            -- roots of the perfect subtrees, the largest first
  previous    bytea not null,
  hash        bytea not null,
  change_mark bigint not null,           -- the last change that could be seen then: what began later has later ones
  origin      text not null default '',  -- how far what was there before the log has been taken in; '' when it has been
  at          timestamptz not null,
  primary key (school_id, number)
);
create index log_seal_by_time on log_seal (school_id, at);

-- What a verification has found.
create table log_check (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  started_at timestamptz not null,
  at         timestamptz not null default now(),
  by_id      uuid,                       -- null: the night's own
  number     int not null,               -- the seal up to which it looked
  size       bigint not null,
  root       bytea not null,
  looked     jsonb not null,             -- how much of what
  findings   jsonb not null,
  primary key (school_id, id)
);
create index log_check_by_time on log_check (school_id, at);

call wall('log_leaf');
call wall('log_subject');
call wall('log_seal');
call wall('log_check');
grant select, insert on log_leaf, log_subject, log_seal, log_check to zvonok_app;

-- What is under a hash, written in one way: jsonb has sorted keys and one spelling; moments are those of UTC.
create function operation_digest(o operation) returns bytea language sql stable set timezone = 'UTC' return
  sha256(convert_to('zv1' || jsonb_build_array(o.id, o.name, o.actor_id, o.session_id, o.about, o.input, o.output, o.at)::text, 'UTF8'));
create function change_digest(c change) returns bytea language sql stable return
  sha256(convert_to('zv1' || jsonb_build_array(c.id, c.operation_id, c.table_name, c.row_id, c.before, c.after)::text, 'UTF8'));
create function row_digest(row_id uuid, value jsonb) returns bytea language sql stable return
  sha256(convert_to('zv1' || jsonb_build_array(row_id, value)::text, 'UTF8'));

create function hash_leaf() returns trigger language plpgsql set timezone = 'UTC' as $$
begin
  new.leaf := sha256('\x00'::bytea || convert_to('zv1' || jsonb_build_array(new.idx, new.kind, new.at, new.name, new.operation_id, new.actor_id,
    new.session_id, new.about, new.table_name, encode(new.digest, 'hex'), new.changes, new.row_ids, encode(new.digests, 'hex'))::text, 'UTF8'));
  return new;
end $$;
create trigger hash_leaf before insert on log_leaf for each row execute function hash_leaf();

-- Whom and what a change of a row, or what was asked of the server, is about.
create function subjects_of(c change) returns setof uuid language sql stable
  begin atomic
    select c.row_id where c.table_name in ('person', 'study_group', 'course', 'lesson')
    union
    select (coalesce(c.after, c.before) ->> k)::uuid
    from unnest(array['student_id', 'person_id', 'guardian_id', 'teacher_id', 'group_id', 'class_id', 'course_id']) k
    where coalesce(c.after, c.before) ->> k is not null;
  end;
create function subjects_in(input jsonb) returns setof uuid language sql stable
  begin atomic
    select distinct (v #>> '{}')::uuid from unnest(array['$.**.studentId', '$.**.personId', '$.**.guardianId', '$.**.teacherId', '$.**.classId']::jsonpath[]) p,
      jsonb_path_query(input, p) v
    where v #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
  end;
