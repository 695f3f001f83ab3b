import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { slipAddress, tokenIn } from '#domain/access/slipAddress.ts'
import { makePdf } from '#server/platform/pdf.ts'
import { qrPicture } from '#web/access/qr.ts'
import { callerOf } from './caller.ts'
import { newWorld } from './world.ts'

/** Pixels of a module, as a camera would see it, and the white paper around the code. */
const SCALE = 4
const QUIET = 4

/** A code: how many modules wide it is, and its black lines. */
type Code = { modules: number; lines: { column: number; row: number; length: number }[] }

/** The code as a browser draws it: a picture in SVG. */
function codeOfPicture(picture: string): Code {
  const svg = decodeURIComponent(picture.slice(picture.indexOf(',') + 1))
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const lines: Code['lines'] = []
  let [x, y] = [0, 0]
  for (const [, letter, first, second] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (letter === 'M') [x, y] = [Number(first), Number(second) - 0.5]
    else {
      if (letter === 'h') lines.push({ column: x, row: y, length: Number(first) })
      x += Number(first)
    }
  }
  return { modules: Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]), lines }
}

/** The codes that a PDF draws, in their order: each is a form of its own, its lines half a module above the bottom of their row. */
function codesOfPdf(pdf: Buffer): Code[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/BBox \[0 0 (\d+) \1\].*?stream\r?\n/gs)].map((found) => {
    const start = found.index + found[0].length
    const drawn = inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')
    const lines = [...drawn.matchAll(/(\d+) (\d+)\.5 m\n(\d+) \2\.5 l/g)].map(([, from, row, to]) => ({
      column: Number(from),
      row: Number(row),
      length: Number(to) - Number(from),
    }))
    return { modules: Number(found[1]), lines }
  })
}

/** The code as a camera sees it: black modules on white paper. */
function photographOf({ modules, lines }: Code): { width: number; height: number; data: Uint8Array } {
  const side = (modules + 2 * QUIET) * SCALE
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const { column, row, length } of lines) {
    const [left, top] = [(column + QUIET) * SCALE, (row + QUIET) * SCALE]
    for (let line = top; line < top + SCALE; line++)
      for (let at = left; at < left + length * SCALE; at++) data.fill(0, (line * side + at) * 4, (line * side + at) * 4 + 3)
  }
  return { width: side, height: side, data }
}
const readOff = async (text: string): Promise<string> => decodeQR(photographOf(codeOfPicture(await qrPicture(text))))

test('the code on a slip leads to the very page on which its owner thinks up a password [R036, R038]', async () => {
  const world = await newWorld()
  const { issued } = await world.does('kiselev', 'access.reissue', { personIds: [world.who.petrova], by: 'link' })
  const [slip] = issued
  const read = new URL(await readOff(slipAddress(slip!, 'https://journal.school-12.ru')))
  assert.deepEqual([read.origin, read.pathname], ['https://journal.school-12.ru', '/activate'])
  assert.equal(tokenIn(read.hash), slip!.token)
  const passerBy = await callerOf(world, null)
  const opened = await passerBy.does('access.activate', { token: tokenIn(read.hash), password: 'три весёлых гуся' })
  assert.equal(opened.status, 200)
})

const printed: [title: string, text: string][] = [
  ['with a password: the journal itself', slipAddress({ token: null }, 'https://journal.school-12.ru')],
  ['in the network of the school', slipAddress({ token: 'a+b/c=' }, 'http://192.168.10.15:3000')],
  ['of a domain in Russian letters', slipAddress({ token: 'x'.repeat(43) }, new URL('https://журнал.школа-12.рф').origin)],
  [
    'of a second step',
    'otpauth://totp/%D0%97%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA:petrova?secret=JBSWY3DPEHPK3PXP&issuer=%D0%97%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA',
  ],
]
for (const [title, text] of printed) {
  test(`what is drawn is what is read: the code ${title} [R038]`, async () => {
    assert.equal(await readOff(text), text)
  })
}

test('the codes of a form in PDF are read off it, each as it was given [R038]', async () => {
  const template = '#for svg in json("codes.json") [#image(bytes(svg), format: "svg", width: 22mm) #pagebreak(weak: true)]'
  const given = printed.map(([, text]) => text)
  const pdf = await makePdf(template, {}, given)
  assert.deepEqual(
    codesOfPdf(pdf).map((code) => decodeQR(photographOf(code))),
    given,
  )
})

test('the code on the slip in PDF is the one of the person it names [R036, R038]', async () => {
  const world = await newWorld()
  const { issued } = await world.does('kiselev', 'access.reissue', {
    personIds: [world.who.petrova, world.who.egorov],
    by: 'link',
  })
  const { cookie } = await callerOf(world, 'kiselev')
  const slips = issued.map(({ personId, login, password, token, expiresOn }) => ({
    ...{ personId, login, password, token, expiresOn },
    ...{ classes: ['7А'], sheet: '7А' },
  }))
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/api/print/slips',
    headers: { cookie, host: 'journal.school-12.ru', 'content-type': 'application/json', 'x-zvonok': '1' },
    payload: JSON.stringify({ classId: null, slips }),
  })
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 200))
  const read = codesOfPdf(answer.rawPayload).map((code) => new URL(decodeQR(photographOf(code))))
  assert.ok(read.every(({ host, pathname }) => host === 'journal.school-12.ru' && pathname === '/activate'))
  assert.deepEqual(
    read.map(({ hash }) => tokenIn(hash)),
    issued.map(({ token }) => token),
  )
})
