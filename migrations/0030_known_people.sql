-- known_people goes through each list once, in whatever plan: lists that have no index are not joined with each other any more, but put
-- below one another and gathered by person. Joined, they were met row by row wherever the database thought them short, and a school of
-- four times as many people waited sixteen times as long for its accounts.
create or replace function known_people(today date)
returns table (person_id uuid, surname text, given_name text, patronymic text, kind text, class_id uuid, class_name text, detail text, here boolean)
language sql stable as $$
  with stay as materialized (
    select e.student_id, u.class_id, coalesce(k.name, u.name) as class_name, least(e.to_date, y.to_date + 62) as until,
      u.kind in ('class', 'individual') as home,
      row_number() over (partition by e.student_id, u.kind in ('class', 'individual') order by (e.from_date <= today) desc, e.from_date desc, u.kind) as place
    from enrolment e join study_group u on u.school_id = e.school_id and u.id = e.group_id
      join school_year y on y.school_id = u.school_id and y.id = u.school_year_id
      left join study_group k on k.school_id = u.school_id and k.id = u.class_id
    where e.school_id = current_school()
  ), tie as (
    select student_id, guardian_id, from_date, to_date, max(until) over (partition by student_id) as until from (
      select student_id, null::uuid as guardian_id, null::date as from_date, null::date as to_date, until from stay
      union all
      select student_id, guardian_id, from_date, to_date, null from guardian_of where school_id = current_school()
    ) both_lists
  ), fact (person_id, surname, given_name, patronymic, works, worked, positions, class_id, class_name, until, names, here) as (
    select p.id, p.surname, p.given_name, p.patronymic, null::boolean, null::boolean, null, null::uuid, null, null::date, null, null::boolean
    from person p where p.school_id = current_school() and p.merged_into is null
    union all
    select f.person_id, null, null, null, bool_or(today <= coalesce(f.to_date, 'infinity')), true,
      string_agg(f.position, ', ' order by f.from_date, f.position) filter (where today between f.from_date and coalesce(f.to_date, 'infinity')), null, null, null, null, null
    from staff f where f.school_id = current_school() group by f.person_id
    union all
    select r.person_id, null, null, null, true, null, null, null, null, null, null, null from role_grant r
    where r.school_id = current_school() and today <= coalesce(r.to_date, 'infinity')
    union all
    select t.teacher_id, null, null, null, true, null, null, null, null, null, null, null from assignment t
    where t.school_id = current_school() and today <= coalesce(t.to_date, 'infinity')
    union all
    select s.student_id, null, null, null, null, null, null, s.class_id, s.class_name, coalesce(s.until, 'infinity'), null, null
    from stay s where s.home and s.place = 1
    union all
    select o.guardian_id, null, null, null, null, null, null, null, null, null,
      string_agg(w.given_name || ' ' || w.surname, ', ' order by w.born_on, w.given_name, w.surname, w.id),
      bool_or(today between o.from_date and coalesce(o.to_date, 'infinity') and o.until >= today)
    from tie o join person w on w.school_id = current_school() and w.id = o.student_id
    where o.guardian_id is not null group by o.guardian_id
  ), known as (
    select person_id, max(surname) as surname, max(given_name) as given_name, max(patronymic) as patronymic, bool_or(works) as works,
      bool_or(worked) as worked, max(positions) as positions, max(until) as until, max(class_name) as class_name,
      (array_agg(class_id) filter (where class_id is not null))[1] as class_id, max(names) as names, bool_or(here) as here
    from fact group by person_id having max(surname) is not null
  )
  select person_id, surname, given_name, patronymic,
    case when works then 'staff' when until is not null then 'student' when worked then 'staff' when names is not null then 'guardian' end,
    class_id, class_name,
    case when works then coalesce(positions, '') when until is not null then coalesce(class_name, '') when worked then '' else coalesce(names, '') end,
    coalesce(works or until >= today or here, false)
  from known
$$;
