import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextWholeGroup, type Part } from './wholeGroups.ts'

const part = (name: string, becomes: string | null): Part => ({
  name,
  grade: Number.parseInt(name, 10),
  becomes: becomes === null ? null : { classId: becomes, name: becomes, grade: Number.parseInt(becomes, 10) },
})

const cases: [title: string, kind: 'combined' | 'stream', name: string, parts: Part[], is: [string, number, string[]] | null][] =
  [
    ['both go on', 'combined', 'Комплект 1 и 3', [part('3', '4'), part('1', '2')], ['Комплект 2 и 4', 2, ['2', '4']]],
    ['grades beside each other do not run on', 'combined', '1–2', [part('1', '2'), part('2', '3')], ['2–3', 2, ['2', '3']]],
    ['the fifth learns by itself, the rest is one class', 'combined', 'Комплект 2 и 4', [part('2', '3'), part('4', '5')], null],
    [
      'of three two are left, and give it its name',
      'combined',
      '1, 2 и 4',
      [part('1', '2'), part('2', '3'), part('4', '5')],
      ['2 и 3', 2, ['2', '3']],
    ],
    [
      'a stream goes on past the fourth',
      'stream',
      'Физкультура 4А, 4Б',
      [part('4А', '5А'), part('4Б', '5Б')],
      ['Физкультура 5А, 5Б', 5, ['5А', '5Б']],
    ],
    ['other numbers stay', 'stream', 'Хор, зал 12', [part('7А', '8А'), part('7Б', '8Б')], ['Хор, зал 12', 8, ['8А', '8Б']]],
    ['who finishes school takes it along', 'stream', 'Физика 11', [part('11А', null), part('11Б', null)], null],
    ['one class that is kept', 'stream', 'Поток', [part('9А', '10А'), part('9Б', null)], null],
  ]
for (const [title, kind, name, parts, is] of cases) {
  test(`a combined class or a stream in the new year: ${title} [R076, R089]`, () => {
    const next = nextWholeGroup({ kind, name }, parts)
    assert.deepEqual(next && [next.name, next.grade, next.classIds], is)
  })
}
