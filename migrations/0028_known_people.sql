-- What known_people says, word for word the same however often it is asked: children in the order of their age and then of their names,
-- positions in the order in which they were given.
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
  ), fact (person_id, works, worked, positions, class_id, class_name, until, names, here) as (
    select f.person_id, bool_or(today <= coalesce(f.to_date, 'infinity')), true,
      string_agg(f.position, ', ' order by f.from_date, f.position) filter (where today between f.from_date and coalesce(f.to_date, 'infinity')), null::uuid, null, null::date, null, null::boolean
    from staff f where f.school_id = current_school() group by f.person_id
    union all
    select r.person_id, true, null, null, null, null, null, null, null from role_grant r
    where r.school_id = current_school() and today <= coalesce(r.to_date, 'infinity')
    union all
    select t.teacher_id, true, null, null, null, null, null, null, null from assignment t
    where t.school_id = current_school() and today <= coalesce(t.to_date, 'infinity')
    union all
    select s.student_id, null, null, null, s.class_id, s.class_name, coalesce(s.until, 'infinity'), null, null from stay s where s.home and s.place = 1
    union all
    select o.guardian_id, null, null, null, null, null, null, string_agg(w.given_name || ' ' || w.surname, ', ' order by w.born_on, w.given_name, w.surname, w.id),
      bool_or(today between o.from_date and coalesce(o.to_date, 'infinity') and u.until >= today)
    from guardian_of o join person w on w.school_id = o.school_id and w.id = o.student_id
      left join (select student_id, max(until) as until from stay group by student_id) u on u.student_id = o.student_id
    where o.school_id = current_school() group by o.guardian_id
  ), known as (
    select person_id, bool_or(works) as works, bool_or(worked) as worked, max(positions) as positions, max(until) as until, max(class_name) as class_name,
      (array_agg(class_id) filter (where class_id is not null))[1] as class_id, max(names) as names, bool_or(here) as here
    from fact group by person_id
  )
  select p.id, p.surname, p.given_name, p.patronymic,
    case when k.works then 'staff' when k.until is not null then 'student' when k.worked then 'staff' when k.names is not null then 'guardian' end,
    k.class_id, k.class_name,
    case when k.works then coalesce(k.positions, '') when k.until is not null then coalesce(k.class_name, '') when k.worked then '' else coalesce(k.names, '') end,
    coalesce(k.works or k.until >= today or k.here, false)
  from person p left join known k on k.person_id = p.id
  where p.school_id = current_school() and p.merged_into is null
$$;
