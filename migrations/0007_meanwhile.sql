-- A write that had to find its rows as its author saw them: fails the transaction when it wrote fewer.
create function wrote(rows bigint, expected bigint) returns boolean language plpgsql immutable as $$
begin
  if rows <> expected then
    raise exception 'changed meanwhile' using errcode = 'ZV002';
  end if;
  return true;
end $$;
