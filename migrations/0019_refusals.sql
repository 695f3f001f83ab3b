-- What was refused for good: a copy of it that comes later is told the same. No history: nothing happened.
-- That the id is taken stands in the outbox, where whatever is done must pass: dated infinity, so that nobody is ever told of it.
create table refusal (
  school_id    int not null,
  operation_id uuid not null,
  actor_id     uuid not null,             -- person
  name         text not null,
  input_hash   bytea not null,            -- another input under the same id is told that the id is taken
  code         text not null,
  params       json not null,
  at           timestamptz not null default now(),
  primary key (school_id, operation_id)
);
create index refusal_by_actor on refusal (school_id, actor_id, at);
call wall('refusal');
grant select, insert, delete on refusal to zvonok_app;

-- Closing a term begins with this, in a transaction that has not read `term` yet. Whoever has read that a term is open keeps `term` from
-- being locked until their own commit, and a statement that waits for it here looks afterwards: no write can follow the closing. Asked
-- for in short turns, so that nobody queues for long behind somebody who reads for minutes (a copy of the database).
create function alone_with_terms() returns void language plpgsql set lock_timeout = '250ms' as $$
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
end $$;
