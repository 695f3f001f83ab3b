import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, byDay, linesOf, type Notice } from './noticeLines.ts'

const about = {
  studentId: 'petya',
  name: 'Пётр',
  subject: 'Алгебра',
  date: '2026-11-19',
  work: 'Работа на уроке',
  title: '',
  comment: '',
}
const ofLesson = (kind: 'mark' | 'absence' | 'homework', text: string, minutes: number | null = null, title = ''): Notice => ({
  noticeId: 'n',
  at: '2026-11-20T09:00:00Z',
  read: false,
  kind,
  student: { ...about, text, minutes, title },
  work: null,
})
const ofWork = (kind: Notice['kind'], parts: Partial<NonNullable<Notice['work']>> = {}): Notice => ({
  noticeId: 'n',
  at: '2026-11-20T09:00:00Z',
  read: false,
  kind,
  student: null,
  work: { title: 'Петров Пётр', state: 'open', answer: '', classId: null, lessons: [], count: 0, ...parts },
})

test('a notice of the journal says the subject, the day and what happened; whose it is, to who has several children', () => {
  for (const [notice, named, detail] of [
    [ofLesson('mark', '5'), false, '19 ноября · Работа на уроке'],
    [ofLesson('mark', '5', null, 'Диктант'), true, 'Пётр · 19 ноября · Диктант'],
    [ofLesson('mark', '•'), false, '19 ноября · точка: работу ждут'],
    [ofLesson('absence', 'late', 5), false, '19 ноября · опоздание, 5 минут'],
    [ofLesson('homework', '№ 5'), false, '19 ноября · задано: № 5'],
  ] as const)
    assert.deepEqual(linesOf(notice, named), { title: 'Алгебра', detail })
  assert.equal(addressOf(ofLesson('mark', '5')), '/diary/petya/week/2026-11-16?day=2026-11-19')
})

test('a notice of work says what is to be done, or what has become of it, and leads there', () => {
  const lessons = [{ group: '7А', subject: 'Алгебра', date: '2026-11-18' }]
  for (const [notice, title, detail, address] of [
    [ofWork('request'), 'Просят изменить данные: Петров Пётр', '', '/school/people/requests'],
    [ofWork('request', { state: 'accepted' }), 'Просят изменить данные: Петров Пётр', 'уже решено', '/school/people/requests'],
    [ofWork('request', { title: '' }), 'Просят внести нового ученика', '', '/school/people/requests'],
    [ofWork('requestAnswer', { state: 'declined', answer: 'Нет' }), 'Ваша просьба отклонена: Петров Пётр', '«Нет»', '/me'],
    [ofWork('proposal', { title: '7А, Алгебра', classId: 'a' }), 'Предложены подгруппы: 7А, Алгебра', '', '/school/classes/a'],
    [
      ofWork('reminder', { title: 'Белова Татьяна', lessons, count: 3 }),
      'Заполните журнал: 3 урока (просит Белова Татьяна)',
      '7А Алгебра, 18 ноября и ещё 2',
      '/',
    ],
    [
      ofWork('reminder', { title: 'Белова Татьяна', state: 'done' }),
      'Заполнить журнал просит Белова Татьяна',
      'всё заполнено',
      '/',
    ],
  ] as const)
    assert.deepEqual([linesOf(notice, false), addressOf(notice)], [{ title, detail }, address])
})

test('notices stand under the day on which they were told', () => {
  const at = (...moments: string[]) =>
    byDay(
      moments.map((at) => ({ at })),
      (moment) => moment.slice(0, 10),
    )
  assert.deepEqual(
    at('2026-11-20T09', '2026-11-20T08', '2026-11-18T20').map(({ day, notices }) => [day, notices.length]),
    [
      ['2026-11-20', 2],
      ['2026-11-18', 1],
    ],
  )
})
