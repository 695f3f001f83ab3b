import { type Day, dateOf, instantOf, momentOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import { addPerson, type People, type Student } from '#scripts/demo/people.ts'
import type { PersonRow, Rows } from '#scripts/demo/rows.ts'
import type { Staffing } from '#scripts/demo/staffing.ts'

const terms =
  'Электронный журнал «Звонок» ведёт школа.\nЛогин и пароль выданы лично вам: не передавайте их никому, в том числе детям.\nРодители видят сведения только о своих детях, ученики — только о себе.\nЕсли пароль мог узнать кто-то ещё, смените его и сообщите об этом на странице «Безопасность».'
const regulation =
  'Учитель отмечает отсутствующих и записывает тему в день урока, домашнее задание — до конца учебного дня.\nОтметки за контрольные работы выставляются в течение пяти учебных дней.\nКлассный руководитель раз в месяц сверяет данные класса.\nЗаместитель директора проверяет журналы раз в две недели.'

/** Somebody who keeps no journal and still has to see who is missing. */
export function employNurse({ ids, people, rows, opens }: { ids: Ids; people: People; rows: Rows; opens: Day }): PersonRow {
  const name = { surname: 'Орлова', given: 'Галина', patronymic: 'Петровна', sex: 'f' } as const
  const nurse = addPerson(people, ids, name, opens - 17_200, ids.next(), 'medsestra')
  rows.staff.push({
    id: ids.next(),
    person_id: nurse.id,
    position: 'медицинская сестра',
    from_date: dateOf(opens),
    to_date: null,
  })
  const role = { id: ids.next(), name: 'Медсестра', rights: ['attendance.read', 'people.read', 'classes.read'], archived: false }
  rows.custom_role.push(role)
  rows.role_grant.push({
    id: ids.next(), person_id: nurse.id, role: 'custom', from_date: dateOf(opens), to_date: null, custom_role_id: role.id, order_number: '84-к', order_date: dateOf(opens - 3),
  }) // biome-ignore format: one glance
  return nurse
}

/** How accounts were handed out: slips of a class, terms accepted by all, a regulation that most have read, one second step. */
export function handOutAccess(options: {
  ids: Ids
  rows: Rows
  students: Student[]
  staffing: Staffing
  adminId: string
  opens: Day
  today: Day
}): void {
  const { ids, rows, opens, today } = options
  const act = (kind: 'regulation' | 'terms', title: string, body: string, number: string, families: boolean) => {
    const id = ids.next()
    rows.local_act.push({
      id, kind, title, version: 1, number, dated_on: dateOf(opens - 4), from_date: dateOf(opens - 4), body, for_staff: true, for_families: families,
    }) // biome-ignore format: one glance
    return id
  }
  const accept = (act_id: string, person_id: string, day: Day) =>
    rows.acknowledgement.push({ id: ids.next(), act_id, person_id, at: instantOf(momentOf(Math.min(day, today), 17 * 60)) })
  const agreed = act('terms', 'Условия пользования электронным журналом', terms, '', true)
  for (const [i, { person_id }] of rows.account.entries()) accept(agreed, person_id, opens + (i % 9))
  const read = act('regulation', 'Положение о ведении электронного журнала', regulation, '84/1', false)
  const staff = [...new Set(rows.staff.map(({ person_id }) => person_id))]
  for (const [i, personId] of staff.entries()) if (i % 7 !== 3) accept(read, personId, opens + (i % 5))
  handOutSlips(options)
  const secured = rows.account.find(({ person_id }) => person_id === staff.find((id) => isUnknown(options, id)))
  if (secured) Object.assign(secured, { totp_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', totp_since: secured.created_at })
}

/** Those whom everybody signs in as sign in with a password alone. */
const isUnknown = ({ rows, adminId, staffing }: Parameters<typeof handOutAccess>[0], personId: string): boolean =>
  personId !== adminId &&
  /\./.test(rows.account.find((account) => account.person_id === personId)?.login ?? '') &&
  ![...staffing.homeroomTeacherOf.values()].some(({ id }) => id === personId)

/** The slips of 7Б: most are handed to a parent, two wait in the drawer. */
function handOutSlips({ ids, rows, students, adminId, opens }: Parameters<typeof handOutAccess>[0]): void {
  const of7b = students.filter(({ stays }) => stays.at(-1)!.to === null && stays.at(-1)!.ofClass.name === '7Б')
  for (const [i, { person }] of of7b.entries()) {
    const account = rows.account.find(({ person_id }) => person_id === person.id)
    const tie = rows.guardian_of.find(({ student_id }) => student_id === person.id)
    const guardian = rows.person.find(({ id }) => id === tie?.guardian_id)
    if (!account) continue
    const handed = i < of7b.length - 2
    rows.credential_issue.push({
      id: ids.next(), account_id: account.id, kind: 'slip', issued_by: adminId, issued_at: instantOf(momentOf(opens - 1, 11 * 60)),
      used_at: handed ? instantOf(momentOf(opens + 1 + (i % 6), 19 * 60)) : null, handed_on: handed ? dateOf(opens) : null,
      received_by: handed && guardian ? `${guardian.surname} ${guardian.given_name[0]}. ${guardian.patronymic[0]}.` : '',
    }) // biome-ignore format: one glance
  }
}
