import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Offline } from './problem.ts'
import { readProblem } from './readProblem.ts'

const sentence = (code: string) => `слова про ${code}`

test('a refusal brings its code, its parameters and the sentence of the server', () => {
  const body = JSON.stringify({
    title: 'x',
    status: 409,
    code: 'journal.changedMeanwhile',
    params: { value: '5' },
    detail: 'Здесь уже 5.',
  })
  const problem = readProblem(409, 'application/problem+json; charset=utf-8', body, sentence)
  assert.deepEqual(
    [problem.status, problem.code, problem.params.value, problem.message],
    [409, 'journal.changedMeanwhile', '5', 'Здесь уже 5.'],
  )
})

test('a refusal without a sentence gets ours', () => {
  assert.equal(
    readProblem(401, 'application/problem+json', '{"code":"access.signedOut"}', sentence).message,
    'слова про access.signedOut',
  )
})

test('a page of a proxy is not an answer of the server', () => {
  assert.throws(() => readProblem(502, 'text/html', '<h1>Bad gateway</h1>', sentence), Offline)
  assert.throws(() => readProblem(502, 'application/json', '{"error":"x"}', sentence), Offline)
})
