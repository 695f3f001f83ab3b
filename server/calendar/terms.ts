import {
  gradesWithoutTerms,
  sameTerms,
  type Term,
  termsOf,
  whyLockedTermsMove,
  whyTermsAreWrong,
} from '#domain/calendar/rules.ts'
import { termName } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { changedMeanwhile, heldPlan, planOf, yearById } from './plan.ts'

export const previewTermsQuery = answer('calendar.previewTerms', {
  load: yearById,
  run: async ({ tx }, { yearId, terms }) => {
    const plan = await planOf(tx, yearId)
    const planned = termsOf(terms)
    const refusal = whyTermsAreWrong(planned, plan) ?? whyLockedTermsMove(plan.terms, planned)
    if (refusal) throw refusal
    return { moves: await movesOf(tx, yearId, planned) }
  },
})

export const setTermsCommand = implement('calendar.setTerms', {
  load: yearById,
  run: async ({ tx, school }, { yearId, terms, expected }) => {
    const plan = await heldPlan(tx, yearId)
    const refusal = whyTermsAreWrong(terms, plan) ?? whyLockedTermsMove(plan.terms, terms)
    if (refusal) throw refusal
    if (sameTerms(plan.terms.map(asTerm), terms)) return {}
    if (!sameTerms(plan.terms.map(asTerm), expected)) throw await changedMeanwhile(tx, yearId)
    const lacking = plan.openedAt
      ? gradesWithoutTerms(
          terms,
          plan.classes.map(({ grade }) => grade),
        )[0]
      : undefined
    if (lacking !== undefined) throw new Refusal('calendar.gradeWithoutTerm', { grade: lacking })
    const standing = new Set(plan.terms.map(({ termId }) => termId))
    const added = terms.filter(({ termId }) => !standing.has(termId)).map(({ termId }) => termId)
    const taken = await tx.rows(sql`select from term where school_id = current_school() and id = any(${added}::uuid[])`)
    if (taken.length > 0) throw new Refusal('calendar.unknownTerm')
    const lost = (await movesOf(tx, yearId, terms)).filter(({ to }) => to === null).reduce((sum, { filled }) => sum + filled, 0)
    if (lost > 0) throw new Refusal('calendar.lessonsOutsideTerms', { lessons: lost })
    const column = <K extends keyof Term>(key: K) => terms.map((term) => term[key])
    await tx.run(sql`
      with written as (
        insert into term (school_id, school_year_id, id, kind, number, name, from_grade, to_grade, from_date, to_date)
        select ${school.schoolId}, ${yearId}, * from unnest(${column('termId')}::uuid[], ${column('kind')}::text[], ${column('number')}::int[],
          ${terms.map(({ kind, number }) => termName(kind, number))}::text[], ${column('fromGrade')}::int[], ${column('toGrade')}::int[],
          ${column('from')}::date[], ${column('to')}::date[])
        on conflict (school_id, id) do update set kind = excluded.kind, number = excluded.number, name = excluded.name,
          from_grade = excluded.from_grade, to_grade = excluded.to_grade, from_date = excluded.from_date, to_date = excluded.to_date
          where (term.kind, term.number, term.from_grade, term.to_grade, term.from_date, term.to_date)
            is distinct from (excluded.kind, excluded.number, excluded.from_grade, excluded.to_grade, excluded.from_date, excluded.to_date))
      update term set school_year_id = null
      where school_id = current_school() and school_year_id = ${yearId} and id <> all(${column('termId')}::uuid[])`)
    return {}
  },
  announce: () => ['school'],
})

const asTerm = ({ lockedAt: _, ...term }: Term & { lockedAt: string | null }): Term => term

type Move = Output<'calendar.previewTerms'>['moves'][number]

/** Lessons that would lie in another period than now, by groups. A lesson lies in the period of its group's grade that has its day. */
const movesOf = (tx: ReadTx, yearId: string, terms: readonly Term[]): Promise<Move[]> =>
  tx.rows<Move>(sql`
    with planned as materialized (
      select * from unnest(${terms.map(({ termId }) => termId)}::uuid[], ${terms.map(({ fromGrade }) => fromGrade)}::int[],
        ${terms.map(({ toGrade }) => toGrade)}::int[], ${terms.map(({ from }) => from)}::date[], ${terms.map(({ to }) => to)}::date[])
        as p (id, from_grade, to_grade, from_date, to_date)
    ), moved as materialized (
      select l.id, l.topic, l.roll_called_at, l.cancelled, c.group_id, o.id as was, p.id as becomes
      from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
        join lesson l on l.school_id = c.school_id and l.course_id = c.id
        left join term o on o.school_id = c.school_id and o.school_year_id = c.school_year_id and g.grade between o.from_grade and o.to_grade
          and l.date between o.from_date and o.to_date
        left join planned p on g.grade between p.from_grade and p.to_grade and l.date between p.from_date and p.to_date
      where c.school_id = current_school() and c.school_year_id = ${yearId} and o.id is distinct from p.id
    ), counted as (
      select m.*,
        (select count(*) from work w join mark k on k.school_id = w.school_id and k.work_id = w.id
          where w.school_id = current_school() and w.lesson_id = m.id and not w.removed and cardinality(k."values") > 0) as marks,
        (select count(*) from homework h where h.school_id = current_school() and h.lesson_id = m.id and not h.removed) as homework
      from moved m
    )
    select g.id as "groupId", g.name as "group", was as "from", becomes as "to", count(*)::int as lessons,
      count(*) filter (where not cancelled and (topic <> '' or roll_called_at is not null or marks > 0))::int as filled,
      sum(marks)::int as marks, sum(homework)::int as homework
    from counted join study_group g on g.school_id = current_school() and g.id = group_id
    group by g.id, g.name, g.grade, was, becomes order by g.grade, g.name, g.id`)
