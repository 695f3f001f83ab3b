-- What an erasure leaves behind is under a hash as well: the log tells the lawful dash from a forged one by more than its looks.

-- A row of the history, or what was asked of the server, whose contacts were erased: what it is since then. It comes into the history as
-- every row does, and so into the leaf of the erasing operation.
create table erased_record (
  school_id           int not null,
  id                  uuid not null default uuidv7(),
  change_id           bigint,
  emptied_operation_id uuid,
  digest              bytea not null,
  check ((change_id is null) <> (emptied_operation_id is null)),
  primary key (school_id, id)
);
call protect('erased_record');
revoke insert, update on erased_record from zvonok_app;   -- only the erasure writes it

alter function erase_contacts(text) rename to empty_contacts;
revoke execute on function empty_contacts(text) from public, zvonok_app;

create function erase_contacts(erased text) returns int language plpgsql security definer set search_path = public as $$
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
end $$;
revoke execute on function erase_contacts(text) from public;
grant execute on function erase_contacts(text) to zvonok_app;
