import { markText } from '#domain/journal/entry.ts'
import { hoursOf, kindOf, noticeSources, offersTo } from '#domain/notifications/rules.ts'
import type { Output } from '#domain/operations.ts'
import { classById, theSchool } from '#server/access/subjects.ts'
import { urgentNotices } from '#server/access/urgentQueries.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { trainingNotices } from '#server/training/notices.ts'
import { informedIn } from './informed.ts'
import { choicesOf } from './waiting.ts'
import { aboutWork } from './workNotices.ts'

type List = Output<'notifications.list'>
type Notice = List['notices'][number]
type Student = NonNullable<Notice['student']>
type Row = Omit<Student, 'text'> &
  Pick<Notice, 'noticeId' | 'at' | 'read' | 'kind'> & {
    homework: string | null
    values: number[] | null
    pending: boolean
    code: string | null
    scale: 'five' | 'passFail'
  }

const USUAL = 60

/** Joined with the journal at the moment of reading: a notice never says what is no longer so, nor of a child one may not ask about. */
export const listQuery = answer('notifications.list', {
  load: theSchool,
  run: async ({ tx, actor, school, today, now }, { kind, most = USUAL }) => {
    const since = new Date(now.getTime() - school.policies['notices.keptDays'] * 86_400_000)
    const kinds = noticeSources.filter((source) => kind === undefined || kindOf[source] === kind)
    const page = { personId: actor.personId, since, kinds, most: most + 1 }
    const [urgent, trainings, devices, unread, rows, work] = await Promise.all([
      urgentNotices(tx, actor, { since, today }),
      trainingNotices(tx, actor.personId, since),
      tx.rows<List['devices'][number]>(sql`
        select id as "sessionId", device, address, created_at as at, seen_at is not null as read,
          ended_at is not null or expires_at <= ${now}::timestamptz as ended
        from session where school_id = current_school() and account_id = ${actor.accountId} and new_device
          and id is distinct from ${actor.sessionId}::uuid and created_at > ${now}::timestamptz - interval '30 days'
        order by created_at desc, id desc limit 10`),
      tx.one<{ n: number }>(sql`
        select count(*)::int as n
        from notice n left join mark m on n.kind = 'mark' and m.school_id = n.school_id and m.id = n.source_id
          left join absence a on n.kind = 'absence' and a.school_id = n.school_id and a.id = n.source_id
          left join homework h on n.kind = 'homework' and h.school_id = n.school_id and h.id = n.source_id and not h.removed and not h.nothing
          left join reminder r on n.kind = 'reminder' and r.school_id = n.school_id and r.id = n.source_id and not r.withdrawn
        where n.school_id = current_school() and n.person_id = ${actor.personId} and n.read_at is null and n.at > ${since} and n.waits_until is null
          and case n.kind when 'mark' then cardinality(m."values") > 0 or m.due_on is not null when 'absence' then a.code is not null
            when 'homework' then h.id is not null when 'reminder' then r.id is not null else true end
          and (n.student_id is null or n.student_id = ${actor.personId} or exists (select from guardian_of g where g.school_id = n.school_id
            and g.guardian_id = ${actor.personId} and g.student_id = n.student_id and g.informed and ${today} between g.from_date and coalesce(g.to_date, 'infinity')))`),
      tx.rows<Row>(sql`
        select n.id as "noticeId", n.at, n.read_at is not null as read, n.kind, n.student_id as "studentId", p.given_name as name,
          s.name as subject, case when n.kind = 'homework' then coalesce(h.due_on, l.date) else l.date end as date,
          m."values", m.due_on is not null as pending, a.code, a.minutes, c.scale,
          case when n.kind = 'homework' then concat_ws('; ', nullif(h.content, ''), nullif(h.pages, ''), nullif(h.exercises, '')) end as homework,
          coalesce(k.name, '') as work, coalesce(w.title, '') as title, coalesce(m.comment, '') as comment
        from notice n join person p on p.school_id = n.school_id and p.id = n.student_id
          left join mark m on n.kind = 'mark' and m.school_id = n.school_id and m.id = n.source_id
          left join work w on w.school_id = m.school_id and w.id = m.work_id
          left join work_type k on k.school_id = w.school_id and k.id = w.work_type_id
          left join absence a on n.kind = 'absence' and a.school_id = n.school_id and a.id = n.source_id
          left join homework h on n.kind = 'homework' and h.school_id = n.school_id and h.id = n.source_id and not h.removed and not h.nothing
          join lesson l on l.school_id = n.school_id and l.id = coalesce(w.lesson_id, a.lesson_id, h.lesson_id)
          join course c on c.school_id = l.school_id and c.id = l.course_id
          join subject s on s.school_id = c.school_id and s.id = c.subject_id
        where n.school_id = current_school() and n.person_id = ${actor.personId} and n.at > ${since} and n.waits_until is null
          and n.kind = any(${kinds})
          and (cardinality(m."values") > 0 or m.due_on is not null or a.code is not null or h.id is not null)
          and (n.student_id = ${actor.personId} or exists (select from guardian_of g where g.school_id = n.school_id
            and g.guardian_id = ${actor.personId} and g.student_id = n.student_id and g.informed and ${today} between g.from_date and coalesce(g.to_date, 'infinity')))
        order by n.at desc, l.date desc, n.id limit ${page.most}`),
      aboutWork(tx, page, today),
    ])
    const all = [...rows.map(aboutStudent), ...work].sort((a, b) => b.at.localeCompare(a.at))
    return {
      unread: unread.n + [...urgent, ...trainings, ...devices].filter(({ read }) => !read).length,
      more: all.length > most,
      trainings: trainings.sort((a, b) => b.at.localeCompare(a.at)),
      devices,
      urgent,
      notices: all.slice(0, most),
    }
  },
})

function aboutStudent({ noticeId, at, read, kind, values, pending, code, scale, homework, ...student }: Row): Notice {
  const text = kind === 'mark' ? markText(values ?? [], pending, scale) : kind === 'absence' ? (code ?? '') : (homework ?? '')
  return { noticeId, at, read, kind, student: { ...student, text }, work: null }
}

export const settingsQuery = answer('notifications.settings', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const { policies } = school
    const [[choices, hours], { waiting }] = await Promise.all([
      choicesOf(tx, actor.personId),
      tx.one<{ waiting: number }>(sql`
        select count(*)::int as waiting from notice where school_id = current_school() and person_id = ${actor.personId} and waits_until is not null`),
    ])
    const none = { daily: null, quietFrom: null, quietTo: null }
    return {
      offers: offersTo(actor, policies, today).map((offer) => {
        const own = choices.find(({ kind, studentId }) => kind === offer.kind && studentId === offer.studentId)?.way
        return { ...offer, ways: [...offer.ways], way: own ?? offer.byDefault, chosen: own !== undefined }
      }),
      hours: hoursOf(hours ?? none, policies),
      ofSchool: hoursOf(none, policies),
      delayMinutes: policies['notices.delayMinutes'],
      waiting,
    }
  },
})

export const ofClassQuery = answer('notifications.ofClass', {
  load: classById,
  run: ({ tx, school, today }, { classId }) => informedIn(tx, classId, school.policies, today),
})

export const notificationsQueries = [listQuery, settingsQuery, ofClassQuery]
