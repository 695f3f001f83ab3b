import { markText } from '#domain/journal/entry.ts'
import type { Output } from '#domain/operations.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

type Notice = Output<'notifications.list'>['notices'][number]
type Device = Output<'notifications.list'>['devices'][number]
type Row = Omit<Notice, 'text'> & { values: number[] | null; pending: boolean; code: string | null; scale: 'five' | 'passFail' }

/** Joined with the journal at the moment of reading: a notice never says what is no longer so, nor of a child one may not ask about. */
export const listQuery = answer('notifications.list', {
  load: theSchool,
  run: async ({ tx, actor, today, now }) => {
    const devices = await tx.rows<Device>(sql`
      select id as "sessionId", device, address, created_at as at, seen_at is not null as read,
        ended_at is not null or expires_at <= ${now}::timestamptz as ended
      from session where school_id = current_school() and account_id = ${actor.accountId} and new_device
        and id is distinct from ${actor.sessionId}::uuid and created_at > ${now}::timestamptz - interval '30 days'
      order by created_at desc, id desc limit 10`)
    const rows = await tx.rows<Row>(sql`
      select n.id as "noticeId", n.at, n.read_at is not null as read, n.kind, n.student_id as "studentId", p.given_name as student,
        s.name as subject, l.date, m."values", m.due_on is not null as pending, a.code, a.minutes, c.scale,
        coalesce(k.name, '') as work, coalesce(w.title, '') as title, coalesce(m.comment, '') as comment
      from notice n join person p on p.school_id = n.school_id and p.id = n.student_id
        left join mark m on n.kind = 'mark' and m.school_id = n.school_id and m.id = n.source_id
        left join work w on w.school_id = m.school_id and w.id = m.work_id
        left join work_type k on k.school_id = w.school_id and k.id = w.work_type_id
        left join absence a on n.kind = 'absence' and a.school_id = n.school_id and a.id = n.source_id
        join lesson l on l.school_id = n.school_id and l.id = coalesce(w.lesson_id, a.lesson_id)
        join course c on c.school_id = l.school_id and c.id = l.course_id
        join subject s on s.school_id = c.school_id and s.id = c.subject_id
      where n.school_id = current_school() and n.person_id = ${actor.personId} and n.at > ${now}::timestamptz - interval '30 days'
        and (cardinality(m."values") > 0 or m.due_on is not null or a.code is not null)
        and (n.student_id = ${actor.personId} or exists (select from guardian_of g where g.school_id = n.school_id
          and g.guardian_id = ${actor.personId} and g.student_id = n.student_id and g.informed and ${today} between g.from_date and coalesce(g.to_date, 'infinity')))
      order by n.at desc, l.date desc, n.id limit 60`)
    const notices = rows.map(({ values, pending, code, scale, ...notice }) => ({
      ...notice,
      text: notice.kind === 'mark' ? markText(values ?? [], pending, scale) : (code ?? ''),
    }))
    return { unread: [...notices, ...devices].filter((notice) => !notice.read).length, devices, notices }
  },
})

export const notificationsQueries = [listQuery]
