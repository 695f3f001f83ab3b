import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePdf } from '#server/platform/pdf.ts'
import { callerOf } from '#tests/caller.ts'
import { newWorld } from '#tests/world.ts'

test('the register of issue and the list of responsible people are printed for who keeps them, and for nobody else [R021, R036, R051]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'access.reissue', { personIds: [world.who.petya], by: 'password' })
  const [administrator, teacher, passerBy] = [
    await callerOf(world, 'kiselev'),
    await callerOf(world, 'ivanova'),
    await callerOf(world, null),
  ]
  for (const url of ['/api/print/issues?class=7%D0%90&from=2026-11-01', '/api/print/roles', '/api/print/rights']) {
    const pdf = await administrator.sends('GET', url)
    assert.deepEqual(
      [pdf.status, pdf.headers['content-type'], pdf.text.slice(0, 5)],
      [200, 'application/pdf', '%PDF-'],
      pdf.text.slice(0, 300),
    )
    assert.equal((await teacher.sends('GET', url)).status, 403)
    assert.equal((await passerBy.sends('GET', url)).status, 401)
  }
  assert.equal((await administrator.sends('GET', '/api/print/issues?from=2026-02-30')).code, 'input.wrong')
})

test('what people have typed is text on paper and never a part of the form', async () => {
  const hostile = ['#read("/etc/passwd")', '*x* $y$ ]#panic()', '"}', '\\', '@cite', '</script>']
  const pdf = await makePdf('#let d = json("data.json")\n#for one in d.rows [#one \\ ]', { rows: hostile })
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
})
