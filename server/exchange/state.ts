import type { State } from '#domain/exchange/state.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** The year that lists are brought into: the one being prepared, else the one that runs or is the nearest. Refusal: exchange.noYear. */
export async function yearOfLists(tx: ReadTx, today: PlainDate): Promise<State['year'] & { begun: boolean }> {
  const year = await tx.maybe<State['year'] & { begun: boolean }>(sql`
    select y.id, y.name, y.from_date as "from", y.to_date as "to", y.study_days as "studyDays",
      y.from_date < ${today}::date and exists (select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
        where e.school_id = y.school_id and g.school_year_id = y.id and g.kind = 'class') as begun
    from school_year y where y.school_id = current_school() and y.to_date >= ${today}::date
    order by (y.opened_at is null) desc, y.from_date, y.id limit 1`)
  if (!year) throw new Refusal('exchange.noYear')
  return year
}

/** Everything that lists speak of, in one statement: some 2,000 people and the year. */
export async function stateOf(tx: ReadTx, today: PlainDate): Promise<State & { year: { begun: boolean } }> {
  const year = await yearOfLists(tx, today)
  const rest = await tx.one<Omit<State, 'year' | 'heldDays'>>(sql`
    with own as (select * from study_group where school_id = current_school() and school_year_id = ${year.id} and not archived)
    select
      coalesce((select json_agg(json_build_object('id', id, 'surname', surname, 'givenName', given_name, 'patronymic', patronymic,
        'sex', sex, 'bornOn', born_on, 'snils', snils, 'languages', foreign_languages) order by surname, given_name, patronymic, id)
        from person where school_id = current_school() and merged_into is null), '[]') as people,
      coalesce((select json_agg(json_build_object('id', id, 'personId', person_id, 'position', position, 'category', category) order by id)
        from staff where school_id = current_school() and coalesce(to_date, 'infinity') >= ${today}::date), '[]') as positions,
      coalesce((select json_agg(json_build_object('id', id, 'guardianId', guardian_id, 'studentId', student_id, 'relation', relation,
        'livesWith', lives_with, 'informed', informed, 'endedOn', case when to_date < ${today}::date then to_date end) order by to_date is not null desc, to_date, id)
        from guardian_of where school_id = current_school() and coalesce(to_date, 'infinity') >= from_date), '[]') as ties,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'grade', g.grade, 'letter', c.letter, 'shift', g.shift,
        'studyDays', g.study_days) order by g.grade, g.name, g.id)
        from own g join school_class c on c.school_id = g.school_id and c.id = g.id where g.kind = 'class'), '[]') as classes,
      coalesce((select json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name, 'grade', g.grade, 'subjectId', g.subject_id,
        'classIds', case when g.class_id is not null then json_build_array(g.class_id) else coalesce((select json_agg(x.class_id)
          from group_class x where x.school_id = g.school_id and x.group_id = g.id and not x.removed), '[]') end) order by g.grade, g.name, g.id)
        from own g where g.kind <> 'class'), '[]') as groups,
      coalesce((select json_agg(json_build_object('groupId', e.group_id, 'studentId', e.student_id, 'from', e.from_date, 'to', e.to_date)
        order by e.id) from enrolment e join own g on g.id = e.group_id where e.school_id = current_school() and not e.cancelled), '[]') as stays,
      coalesce((select json_agg(json_build_object('id', h.id, 'classId', h.class_id, 'teacherId', h.teacher_id, 'from', h.from_date,
        'to', h.to_date) order by h.from_date, h.id) from homeroom h join own g on g.id = h.class_id
        where h.school_id = current_school() and h.from_date > '-infinity'), '[]') as homerooms,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'shortName', short_name, 'area', area, 'federal', federal)
        order by name) from subject where school_id = current_school()), '[]') as subjects,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'capacity', capacity, 'purpose', kind) order by name)
        from room where school_id = current_school()), '[]') as rooms,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'grade', c.grade, 'profile', coalesce(f.name, ''))
        order by c.grade, c.name) from curriculum c left join profile f on f.school_id = c.school_id and f.id = c.profile_id
        where c.school_id = current_school() and c.school_year_id = ${year.id} and not c.archived and not c.individual), '[]') as plans,
      coalesce((select json_agg(json_build_object('planId', l.curriculum_id, 'subjectId', l.subject_id, 'part', l.part,
        'halfHours', l.half_hours, 'subgroups', l.subgroups) order by l.id)
        from curriculum_line l join curriculum c on c.school_id = l.school_id and c.id = l.curriculum_id
        where l.school_id = current_school() and c.school_year_id = ${year.id} and l.half_hours > 0), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', c.id, 'groupId', c.group_id, 'subjectId', c.subject_id) order by c.id)
        from course c join own g on g.id = c.group_id where c.school_id = current_school()), '[]') as courses,
      coalesce((select json_agg(json_build_object('id', a.id, 'courseId', a.course_id, 'teacherId', a.teacher_id,
        'halfHours', a.weekly_half_hours, 'from', a.from_date, 'to', a.to_date) order by a.id)
        from assignment a join course c on c.school_id = a.school_id and c.id = a.course_id join own g on g.id = c.group_id
        where a.school_id = current_school() and coalesce(a.to_date, 'infinity') >= a.from_date), '[]') as assignments,
      coalesce((select json_agg(json_build_object('date', date, 'kind', kind, 'name', name, 'fromGrade', from_grade, 'toGrade', to_grade,
        'likeWeekday', like_weekday) order by date, from_grade)
        from day_exception where school_id = current_school() and school_year_id = ${year.id} and class_id is null), '[]') as exceptions,
      coalesce((select json_agg(json_build_object('id', id, 'shift', shift, 'fromGrade', from_grade, 'toGrade', to_grade,
        'weekday', weekday, 'number', number, 'startsAt', starts_at, 'endsAt', ends_at) order by shift, from_grade, weekday, number)
        from bell where school_id = current_school() and school_year_id = ${year.id} and from_date is null), '[]') as bells,
      coalesce((select json_agg(json_build_object('termId', id, 'kind', kind, 'number', number, 'fromGrade', from_grade, 'toGrade', to_grade,
        'from', from_date, 'to', to_date, 'lockedAt', locked_at) order by from_grade, to_grade, from_date)
        from term where school_id = current_school() and school_year_id = ${year.id}), '[]') as terms`)
  return { year, ...rest, heldDays: [] }
}
