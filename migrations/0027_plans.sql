-- What a student with a plan of their own learns by it, and not with the class: from the first to the last day, both included. [S4 Р10f, Р10k]
create table own_subject (
  school_id  int not null,
  id         uuid not null default uuidv7(),
  group_id   uuid not null,               -- of kind individual: whoever is in it
  subject_id uuid not null,
  from_date  date not null,               -- '-infinity' with to_date '-infinity': was to begin, and never did
  to_date    date,                        -- null: until the plan ends
  primary key (school_id, id),
  foreign key (school_id, group_id) references study_group (school_id, id),
  foreign key (school_id, subject_id) references subject (school_id, id),
  check (to_date is null or from_date <= to_date)
);
create index own_subject_subject on own_subject (school_id, subject_id);
create index own_subject_group on own_subject (school_id, group_id);
call protect('own_subject');

-- Courses of a student's class, its subgroups and streams that the student is in the group of, and is not taught: from when to when.
-- What a student has chosen, an elective or a club, is theirs whatever the plan says.
create view apart with (security_invoker = true) as
select c.school_id, c.id as course_id, e.student_id, s.group_id as plan_id, greatest(s.from_date, o.from_date, e.from_date) as from_date,
  least(coalesce(s.to_date, 'infinity'), coalesce(o.to_date, 'infinity'), coalesce(e.to_date, 'infinity')) as to_date
from own_subject s
  join enrolment o on o.school_id = s.school_id and o.group_id = s.group_id
  join course c on c.school_id = s.school_id and c.subject_id = s.subject_id
  join study_group g on g.school_id = c.school_id and g.id = c.group_id and g.kind in ('class', 'subgroup', 'combined', 'stream')
  join enrolment e on e.school_id = c.school_id and e.group_id = c.group_id and e.student_id = o.student_id
where greatest(s.from_date, o.from_date, e.from_date)
  <= least(coalesce(s.to_date, 'infinity'), coalesce(o.to_date, 'infinity'), coalesce(e.to_date, 'infinity'));
grant select on apart to zvonok_app;

-- How much of a full post a position is, and by which order its category was given. [S4 З5f]
alter table staff
  add column rate smallint check (rate between 1 and 300),  -- hundredths of a post; null: not said
  add column category_on date,
  add column category_order text not null default '';
