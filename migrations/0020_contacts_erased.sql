-- Contacts of a kind that the school does not keep leave for good, out of the history too: the only thing that does. [152-ФЗ, ст. 21 ч. 4]
-- The rows stay, so that what hangs on them holds; in place of the number or address stands a dash.
create function erase_contacts(erased text) returns int language plpgsql security definer set search_path = public as $$
declare
  gone int;
begin
  update contact set value = '—', removed = true where school_id = current_school() and kind = erased and value <> '—';
  get diagnostics gone = row_count;
  update change_request set proposed = without_contacts(proposed, erased)
  where school_id = current_school() and proposed <> without_contacts(proposed, erased);
  update change c set before = c.before || case when c.before is not null then '{"value": "—"}'::jsonb end,
    after = c.after || case when c.after is not null then '{"value": "—"}'::jsonb end
  where c.school_id = current_school() and c.table_name = 'contact'
    and c.row_id in (select id from contact where school_id = current_school() and kind = erased);
  update change c set
    before = case when c.before is not null then jsonb_set(c.before, '{proposed}', without_contacts(c.before -> 'proposed', erased)) end,
    after = case when c.after is not null then jsonb_set(c.after, '{proposed}', without_contacts(c.after -> 'proposed', erased)) end
  where c.school_id = current_school() and c.table_name = 'change_request'
    and c.row_id in (select id from change_request where school_id = current_school() and kind = 'data');
  update operation set input = without_contacts(input, erased)
  where school_id = current_school() and name in ('people.setContacts', 'people.requestChange') and input <> without_contacts(input, erased);
  return gone;
end $$;

-- Lists of contacts as they stand in requests and in what was asked of the server, one kind of them emptied.
create function without_contacts(told jsonb, erased text) returns jsonb language sql immutable as $$
  select jsonb_set(jsonb_set(jsonb_set(told, array['contacts', erased], '[]', false), array['contactsBefore', erased], '[]', false),
    array['expected', erased], '[]', false)
$$;

revoke all on function erase_contacts(text) from public;
grant execute on function erase_contacts(text) to zvonok_app;
