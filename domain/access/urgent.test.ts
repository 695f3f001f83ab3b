import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyReasonSaysNothing } from './urgent.ts'

const cases: [string, boolean][] = [
  ['Ученику стало плохо, ищем родителей', true],
  ['Забыли забрать с продлёнки до 19:00', true],
  ['', false],
  ['               ', false],
  ['надо', false],
  ['очень надо', false],
  ['нужно нужно нужно нужно', false],
  ['ааааааааааааааааааа', false],
  ['аб аба баб абаба бабаб', false],
  ['!!! ??? ... --- ,,, ;;; ***', false],
  ['срочнооооооооо надо дайте', false],
  ['нужныконтактыродителейученика', false],
]
for (const [reason, enough] of cases) {
  test(`a reason that ${enough ? 'says' : 'does not say'} something: «${reason}» [R052]`, () => {
    assert.equal(whyReasonSaysNothing(reason) === null, enough)
  })
}
