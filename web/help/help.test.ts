import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Me } from '#web/platform/sessionState.ts'
import { guideOfPage, partsFound, partsOfPage } from './found.ts'
import { guides } from './guides.texts.ru.ts'
import { guidesOf } from './whose.ts'

const today = '2026-11-20'
const nobody = { roles: [], courses: [], substitutions: [], homeroomOf: [], children: [], student: false }
const me = (actor: object, children: object[] = []) => ({ today, actor: { ...nobody, ...actor }, children }) as unknown as Me

test('everybody gets the guides of their own work [R015]', () => {
  const open = { from: '2026-09-01', to: null }
  assert.deepEqual(guidesOf(me({ courses: [{ courseId: 'c', ...open }], homeroomOf: ['k'] })), ['teacher', 'homeroom'])
  assert.deepEqual(guidesOf(me({ roles: [{ role: 'administrator', ...open }] })), ['administrator'])
  assert.deepEqual(guidesOf(me({ student: true })), ['family'])
  assert.deepEqual(guidesOf(me({}, [{ studentId: 's' }])), ['family'])
  assert.deepEqual(guidesOf(me({})), ['family'])
})

test('a search finds the part that speaks of it', () => {
  const teacher = guides.find(({ key }) => key === 'teacher')!
  assert.deepEqual(
    partsFound(teacher, 'excel').map(({ title }) => title),
    ['Поставить отметки'],
  )
  assert.equal(partsFound(teacher, '').length, teacher.parts.length)
  assert.deepEqual(partsFound(teacher, 'расписание звонков'), [])
})

test('from a page the guide opens at what it says of that page [R015]', () => {
  const opened = (own: Parameters<typeof guideOfPage>[0], page: string) => {
    const key = guideOfPage(own, guides, page)
    return [key, ...partsOfPage(guides.find((one) => one.key === key)!, page).map(({ title }) => title)]
  }
  assert.deepEqual(opened(['administrator'], '/school/import/students'), ['administrator', 'Загрузить списки из таблиц'])
  assert.deepEqual(opened(['teacher', 'homeroom'], '/class-access'), ['homeroom', 'Раздать доступ'])
  assert.deepEqual(
    opened(['administrator'], '/school/curriculum'),
    ['deputy', 'Учебный план'],
    'who asks, is told, whosever work it is',
  )
  assert.deepEqual(opened(['deputy'], '/school/classes/promotion'), ['deputy', 'Перевести в следующий класс'])
  assert.deepEqual(opened(['family'], '/diary'), ['family'])
})

/** What is typed into cells, and words that are only spoken of. */
const notNames = new Set(['4/5', 'н/5', 'н', 'б', 'у', 'оп'])

test('every name that a guide quotes stands on some page [R015]', () => {
  const words = globSync(['web/**/*.ru.ts', 'domain/**/*.ru.ts'])
    .filter((path) => !path.startsWith('web/help/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const quoted = guides.flatMap(({ key, parts }) =>
    parts.flatMap(({ lines }) =>
      lines.flatMap((line) => [...line.matchAll(/«([^»]+)»/g)].map(([, name]) => ({ key, name: name! }))),
    ),
  )
  const missing = quoted.filter(
    ({ name }) =>
      !notNames.has(name) &&
      !["'", '`', ' ${', ': ${'].some((end) => words.includes(`'${name}${end}`) || words.includes(`\`${name}${end}`)),
  )
  assert.deepEqual(missing, [])
})
