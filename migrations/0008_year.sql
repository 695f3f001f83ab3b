-- The school year as it is set up: what a day is like, in which shift a class learns, and when the year was opened.

-- Years that stand already are open; a new one is prepared first.
alter table school_year
  add column opened_at timestamptz default now(),         -- null: still being prepared
  add column study_days smallint not null default 5 check (study_days in (5, 6));
alter table school_year alter column opened_at drop default;

-- What is taken out of the calendar stays as a row that belongs to no year: everybody who joins by the year passes it by.
alter table term alter column school_year_id drop not null;
alter table day_exception alter column school_year_id drop not null;
alter table bell alter column school_year_id drop not null;

alter table term drop constraint term_kind_check;
alter table term add constraint term_kind_check check (kind in ('quarter', 'trimester', 'halfYear', 'module', 'year'));

alter table day_exception drop constraint day_exception_kind_check;
alter table day_exception
  add column class_id uuid,                               -- quarantine and the like of one class; null: of the grades named
  add constraint day_exception_kind_check check (kind in ('holiday', 'vacation', 'workday', 'quarantine')),
  add foreign key (school_id, class_id) references study_group (school_id, id);

-- Bells differ by shift, and by the part of the year: grade 1 steps from 35 to 40 minutes. The shortest part of the year wins, then the
-- fewest grades.
alter table bell
  add column shift smallint not null default 1 check (shift between 1 and 3),
  add column from_date date,                              -- null: the whole year
  add column to_date date,
  add constraint bell_part check ((from_date is null) = (to_date is null) and from_date <= to_date);

alter table study_group
  add column shift smallint not null default 1 check (shift between 1 and 3),
  add column study_days smallint check (study_days in (5, 6));   -- null: as the year says
