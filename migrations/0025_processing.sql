-- Processing of personal data as the law wants it told: who answers, where it lies, on what basis, under which measures. [R060; 152-ФЗ ст. 18.1, 19, 22]

-- The operator beyond the card of the school: where the data lie and who was appointed to answer. One row a school.
create table processing_operator (
  school_id         int not null,
  id                uuid not null default uuidv7(),
  hosting_address   text not null default '',             -- the building in Russia where the server stands [152-ФЗ ст. 18 ч. 5]
  hosting_owner     text not null default '',             -- the school, or who keeps the server for it
  responsible       text not null default '',             -- ответственный за организацию обработки [152-ФЗ ст. 22.1]
  order_number      text not null default '',
  order_date        date,
  level             smallint check (level between 1 and 4), -- 4: УЗ-4 [ПП № 1119]
  level_act         text not null default '',             -- акт определения уровня защищённости
  notice_number     text not null default '',             -- in the registry of Роскомнадзор
  notice_date       date,
  primary key (school_id, id),
  unique (school_id),
  foreign key (school_id) references school (school_id)
);
call protect('processing_operator');

-- What the school says of a purpose that the product brings: its own basis beside the law's, to whom the data go.
create table processing_note (
  school_id      int not null,
  id             uuid not null default uuidv7(),
  purpose        text not null,                           -- key of the purpose in the code
  basis          text not null default '',
  kept           text not null default '',
  transfer       text not null default 'unsaid' check (transfer in ('unsaid', 'none', 'some')),
  transferred_to text not null default '',
  primary key (school_id, id),
  unique (school_id, purpose),
  foreign key (school_id) references school (school_id)
);
call protect('processing_note');

-- Purposes of the school's own: what it does with personal data outside the product, too.
create table processing_purpose (
  school_id      int not null,
  id             uuid not null,
  name           text not null,
  basis          text not null default '',
  whose          text not null default '',
  data           text not null default '',
  access         text not null default '',
  kept           text not null default '',
  transfer       text not null default 'unsaid' check (transfer in ('unsaid', 'none', 'some')),
  transferred_to text not null default '',
  archived       boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id) references school (school_id)
);
create unique index processing_purpose_name on processing_purpose (school_id, plain_name(name)) where not archived;
call protect('processing_purpose');

-- Measures outside the product, ticked by the school.
create table security_measure (
  school_id int not null,
  id        uuid not null default uuidv7(),
  measure   text not null,                                -- key of the measure in the code
  done_on   date,                                         -- null: taken back
  act       text not null default '',
  answers   text not null default '',                     -- who answers for it
  primary key (school_id, id),
  unique (school_id, measure),
  foreign key (school_id) references school (school_id)
);
call protect('security_measure');

-- Besides changes of a card people ask what is kept of them, and that it be kept no longer. [152-ФЗ ст. 14, 20, 21]
alter table change_request drop constraint change_request_kind_check;
alter table change_request add constraint change_request_kind_check check (kind in ('data', 'arrived', 'departed', 'access', 'erase'));

-- «Всё верно» of a family: what the school holds of the child was looked at. [R066, R067; S1 5.3.1б]
create table family_check (
  school_id   int not null,
  id          uuid not null default uuidv7(),
  student_id  uuid not null,
  guardian_id uuid not null,
  month       date not null check (extract(day from month) = 1),
  at          timestamptz not null default now(),
  primary key (school_id, id),
  unique (school_id, student_id, month, guardian_id),
  foreign key (school_id, student_id) references person (school_id, id),
  foreign key (school_id, guardian_id) references person (school_id, id)
);
create index family_check_guardian on family_check (school_id, guardian_id);
call protect('family_check');

-- The order of a movement on paper. [R092]
alter table movement add column file_id uuid, add foreign key (school_id, file_id) references file (school_id, id);
create index movement_file on movement (school_id, file_id) where file_id is not null;

-- A free text with what looks like a phone or an e-mail emptied. The same patterns as server/people/contactText.ts: a test holds them together.
create function without_contact_text(told text, erased text) returns text language sql immutable as $$
  select case erased
    when 'phone' then regexp_replace(told,
      '(?<!\d)(?:\+7|8|7)?[\s(-]{0,3}9\d{2}[\s)-]{0,3}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?<!\d)(?:\+7|8)[\s(-]{1,3}\d{3,5}[\s)-]{1,3}\d{1,3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|[Тт]ел(?:ефон[а-я]*|\.)?\s*:?\s*\d[\d\s()-]{3,18}\d', '—', 'g')
    when 'email' then regexp_replace(told, '[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:.]+', '—', 'g')
    else told end
$$;

-- The same within an object of the history or of what was asked of the server, wherever a free text of a request or a check stands.
create function without_contact_words(told jsonb, erased text) returns jsonb language sql immutable as $$
  select case when told is null then null else told || coalesce((
    select jsonb_object_agg(key, without_contact_text(value #>> '{}', erased)) from jsonb_each(told)
    where key in ('comment', 'answer', 'remarks') and jsonb_typeof(value) = 'string'), '{}') end
$$;

create or replace function erase_contacts(erased text) returns int language plpgsql security definer set search_path = public as $$
declare
  gone int;
  asked uuid[];
begin
  update contact set value = '—', removed = true where school_id = current_school() and kind = erased and value <> '—';
  get diagnostics gone = row_count;
  -- A request about this very kind tells it in its words as well, an address among them: they go whole, while it is still known which those are.
  select coalesce(array_agg(id), '{}') into asked from change_request
  where school_id = current_school() and jsonb_typeof(proposed -> 'contacts') = 'object'
    and (proposed -> 'contacts' -> erased) is distinct from (proposed -> 'contactsBefore' -> erased);
  update change_request set proposed = without_contacts(proposed, erased),
    comment = case when comment <> '' and id = any(asked) then '—' else without_contact_text(comment, erased) end,
    answer = without_contact_text(answer, erased)
  where school_id = current_school() and (proposed <> without_contacts(proposed, erased) or id = any(asked)
    or comment <> without_contact_text(comment, erased) or answer <> without_contact_text(answer, erased));
  update data_check set remarks = without_contact_text(remarks, erased)
  where school_id = current_school() and remarks <> without_contact_text(remarks, erased);
  update change c set before = c.before || case when c.before is not null then '{"value": "—"}'::jsonb end,
    after = c.after || case when c.after is not null then '{"value": "—"}'::jsonb end
  where c.school_id = current_school() and c.table_name = 'contact'
    and c.row_id in (select id from contact where school_id = current_school() and kind = erased);
  update change c set
    before = case when c.before is not null then jsonb_set(c.before, '{proposed}', without_contacts(c.before -> 'proposed', erased)) end,
    after = case when c.after is not null then jsonb_set(c.after, '{proposed}', without_contacts(c.after -> 'proposed', erased)) end
  where c.school_id = current_school() and c.table_name = 'change_request'
    and c.row_id in (select id from change_request where school_id = current_school() and kind = 'data');
  update change c set before = c.before || case when c.before ->> 'comment' <> '' then '{"comment": "—"}'::jsonb else '{}' end,
    after = c.after || case when c.after ->> 'comment' <> '' then '{"comment": "—"}'::jsonb else '{}' end
  where c.school_id = current_school() and c.table_name = 'change_request' and c.row_id = any(asked);
  update operation set input = input || '{"comment": "—"}'
  where school_id = current_school() and name = 'people.requestChange' and input ->> 'comment' <> '' and (output ->> 'requestId')::uuid = any(asked);
  update change c set before = without_contact_words(c.before, erased), after = without_contact_words(c.after, erased)
  where c.school_id = current_school() and c.table_name in ('change_request', 'data_check')
    and (c.before is distinct from without_contact_words(c.before, erased) or c.after is distinct from without_contact_words(c.after, erased));
  update operation set input = without_contact_words(without_contacts(input, erased), erased)
  where school_id = current_school() and name in ('people.setContacts', 'people.requestChange', 'people.reportArrival', 'people.reportDeparture',
      'people.askAboutData', 'people.acceptRequest', 'people.declineRequest', 'people.confirmClass')
    and input <> without_contact_words(without_contacts(input, erased), erased);
  return gone;
end $$;
