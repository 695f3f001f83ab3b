import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { anyKey, cellKey, rowKey, type Waiting } from './cells.ts'
import { changesOf } from './changes.ts'
import { patchPage } from './patches.ts'
import { Sheet } from './sheet.ts'
import { testModel, testPage } from './testPage.ts'

const page = testPage()
const model = testModel(page)
const column = model.columns[0]!
const five = { ...noMark, values: [5] }
const four = { ...noMark, values: [4] }
const setMark = (id: string, mark: typeof noMark, state: Waiting['state'] = 'kept'): Waiting => ({
  id,
  name: 'marks.set',
  input: { lessonId: 'l1', workId: 'w1', studentId: 'ivanov', mark, expected: noMark },
  state,
  problem: state === 'refused' ? { code: 'journal.termLocked', params: {}, text: 'Период закрыт.' } : null,
})
const shown = (sheet: Sheet) => sheet.cell(column, 'ivanov')

function heard(sheet: Sheet): string[] {
  const keys: string[] = []
  for (const key of [cellKey('w1', 'ivanov'), cellKey('w1', 'alekseev'), rowKey('ivanov'), rowKey('alekseev')]) {
    sheet.subscribe(key, () => keys.push(key))
  }
  return keys
}

test('a typed mark is shown at once, and only its cell and its average are repainted', () => {
  const sheet = new Sheet(model, page)
  const keys = heard(sheet)
  const changes = changesOf(model, column, model.rows[1]!, sheet.standing(column, 'ivanov'), { kind: 'value', value: 5 })
  assert.ok(!(changes instanceof Refusal))
  sheet.hold(changes)
  assert.deepEqual(shown(sheet).mark.values, [5])
  assert.equal(shown(sheet).state, 'keeping')
  assert.deepEqual(keys.sort(), [cellKey('w1', 'ivanov'), rowKey('ivanov')].sort())
  assert.deepEqual(sheet.weighed('ivanov'), [
    { values: [5], weight: 10 },
    { values: [4, 3], weight: 30 },
  ])
})

test('a mark never flickers on its way, and is called kept when it is: held, kept, sent, saved', () => {
  const sheet = new Sheet(model, page)
  const seen: string[] = []
  sheet.subscribe(cellKey('w1', 'ivanov'), () => seen.push(`${shown(sheet).mark.values.join()} ${shown(sheet).state}`))
  const release = sheet.hold([
    { kind: 'mark', slot: 'mark:w1:ivanov', lessonId: 'l1', workId: 'w1', studentId: 'ivanov', from: noMark, to: five },
  ])
  sheet.setQueue([setMark('op', five, 'storing')])
  sheet.setQueue([setMark('op', five, 'kept')])
  release()
  sheet.setQueue([setMark('op', five, 'sending')])
  sheet.saved(setMark('op', five, 'sending'))
  sheet.setQueue([])
  assert.deepEqual(
    seen.filter((one, i) => one !== seen[i - 1]),
    ['5 keeping', '5 waiting', '5 saved'],
  )
})

test('an entry taken back before it was sent leaves the cell as the server has it', () => {
  const sheet = new Sheet(model, page)
  sheet.setQueue([setMark('op', five)])
  sheet.setQueue([])
  assert.deepEqual(shown(sheet).mark.values, [])
})

test('an older answer of the server does not take back what has just been saved', () => {
  const sheet = new Sheet(model, page, undefined, () => 100)
  sheet.setQueue([setMark('op', five)])
  sheet.saved(setMark('op', five))
  sheet.setQueue([])
  sheet.load(model, testPage())
  assert.deepEqual(shown(sheet).mark.values, [5])
  assert.equal(shown(sheet).flash, 0)
})

test('after the save, a colleague’s value is believed', () => {
  const sheet = new Sheet(model, page, undefined, () => 100)
  sheet.setQueue([setMark('op', five)])
  sheet.saved(setMark('op', five))
  sheet.setQueue([])
  const input = { lessonId: 'l1', workId: 'w1', studentId: 'ivanov', mark: four, expected: five }
  sheet.load(model, patchPage(page, { name: 'marks.set', input }))
  assert.deepEqual(shown(sheet).mark.values, [4])
  assert.equal(shown(sheet).flash, 1)
})

test('what a colleague entered appears and flashes, the cell beside it does not', () => {
  const sheet = new Sheet(model, page)
  const keys = heard(sheet)
  const input = { lessonId: 'l1', workId: 'w1', studentId: 'ivanov', mark: four, expected: noMark }
  sheet.load(model, patchPage(page, { name: 'marks.set', input }))
  assert.equal(shown(sheet).flash, 1)
  assert.equal(sheet.cell(column, 'alekseev').flash, 0)
  assert.ok(!keys.includes(cellKey('w1', 'alekseev')))
})

test('a refused value stays in its cell with the reason, and the next entry starts from the server’s', () => {
  const sheet = new Sheet(model, page)
  sheet.setQueue([setMark('op', five, 'refused')])
  assert.equal(shown(sheet).state, 'refused')
  assert.deepEqual(shown(sheet).mark.values, [5])
  assert.equal(shown(sheet).refused?.problem?.text, 'Период закрыт.')
  assert.deepEqual(sheet.standing(column, 'ivanov').mark, noMark)
  assert.deepEqual(sheet.refusedIn(['mark:w1:ivanov']), ['op'])
})

test('a refused value that is given up leaves the cell as the server has it', () => {
  const sheet = new Sheet(model, page)
  sheet.setQueue([setMark('op', five, 'refused')])
  sheet.setQueue([])
  assert.deepEqual(shown(sheet).mark, noMark)
  assert.equal(shown(sheet).state, 'saved')
})

test('the later of two entries in one cell is the one shown', () => {
  const sheet = new Sheet(model, page)
  sheet.setQueue([setMark('one', five), setMark('two', four)])
  assert.deepEqual(shown(sheet).mark.values, [4])
  sheet.setQueue([setMark('two', four)])
  assert.deepEqual(shown(sheet).mark.values, [4])
})

test('the absence of a lesson is seen in all its columns, and counted once', () => {
  const sheet = new Sheet(model, page)
  sheet.setQueue([
    {
      id: 'op',
      name: 'attendance.set',
      input: {
        lessonId: 'l2',
        studentId: 'ivanov',
        attendance: { code: 'absent', minutes: null },
        expected: { code: null, minutes: null },
      },
      state: 'kept',
      problem: null,
    },
  ])
  assert.equal(sheet.cell(model.columns[1]!, 'ivanov').attendance.code, 'absent')
  assert.equal(sheet.cell(model.columns[2]!, 'ivanov').attendance.code, 'absent')
  assert.equal(sheet.cell(model.columns[2]!, 'ivanov').state, 'saved')
  assert.equal(sheet.missed('ivanov'), 2)
})

test('totals see what is on the screen, and the same facts until something changes', () => {
  const sheet = new Sheet(model, page)
  let repaints = 0
  sheet.subscribe(anyKey, () => repaints++)
  const before = sheet.facts()
  assert.equal(sheet.facts(), before)
  sheet.setQueue([setMark('op', five)])
  assert.deepEqual(sheet.facts().marks.get('mark:w1:ivanov'), five)
  assert.equal(repaints, 1)
})

test('a refusal tells at once what a colleague wrote; news that came before it are not undone', () => {
  const refusal = (standing: typeof noMark): Waiting => ({
    ...setMark('op', four, 'refused'),
    problem: { code: 'journal.changedMeanwhile', params: { standing: JSON.stringify(standing) }, text: '' },
  })
  const sheet = new Sheet(model, page)
  sheet.setQueue([setMark('op', four, 'sending')])
  sheet.overtaken(refusal(five))
  sheet.setQueue([refusal(five)])
  assert.deepEqual(shown(sheet).mark.values, [4])
  assert.deepEqual(sheet.standing(column, 'ivanov').mark, five)
  sheet.load(testModel(page), { ...page })
  assert.deepEqual(sheet.standing(column, 'ivanov').mark, five, 'an older answer of the server is not believed against it')

  const later = new Sheet(model, page)
  later.load(model, patchPage(page, setMark('theirs', { ...noMark, values: [3] })))
  later.overtaken(refusal(five))
  assert.deepEqual(later.standing(column, 'ivanov').mark.values, [3])
})
