import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { refusals } from '#domain/texts.ts'
import { codeOf, importsOf, moduleOf, sources, textOf } from './sources.ts'

/** A module may import itself and the modules before it on its side, and of the domain whatever it needs. */
const order: Record<string, readonly string[]> = {
  domain: [
    'platform',
    'people',
    'school',
    'access',
    'calendar',
    'classes',
    'curriculum',
    'consents',
    'processing',
    'training',
    'attendance',
    'journal',
    'marks',
    'homework',
    'diary',
    'audit',
    'notifications',
    'exchange',
    'readiness',
  ],
  server: [
    'platform',
    'access',
    'school',
    'people',
    'calendar',
    'classes',
    'curriculum',
    'consents',
    'processing',
    'training',
    'journal',
    'marks',
    'attendance',
    'homework',
    'diary',
    'audit',
    'notifications',
    'exchange',
    'readiness',
  ],
  web: [
    'platform',
    'ui',
    'start',
    'firstSteps',
    'tasks',
    'access',
    'help',
    'printing',
    'school',
    'setUp',
    'people',
    'calendar',
    'classes',
    'curriculum',
    'consents',
    'processing',
    'training',
    'attendance',
    'notifications',
    'myDay',
    'journal',
    'diary',
    'exchange',
    'readiness',
    'audit',
    'shell',
  ],
}
const outside: Record<string, RegExp> = {
  domain: /^typebox$/,
  server:
    /^(node:|pg$|pg-boss$|fastify$|@fastify\/|typebox|@node-rs\/argon2$|hucre|csv-|qrcode$|otpauth$|@simplewebauthn\/server|@myriaddreamin\/)/,
  web: /^(?!node:|pg|fastify|@fastify|@node-rs|typebox)/,
}
/** Files at the root of a side compose its modules. These are imported all the same. */
const composition: Record<string, string> = {
  '#domain/texts.ts': 'the web shows refusals in words',
  '#domain/permissions.ts': 'the web hides what the server would refuse, by the same table',
  '#web/app.tsx': 'index.html enters here',
}
/** With the reason of each. */
const longFiles: Record<string, string> = {
  'domain/operations.ts': 'one table, a line an operation',
  'domain/permissions.ts': 'one table, a row an operation',
}
/** Russian outside texts.ru.ts and comments. */
const russian: [RegExp, string][] = [
  [/^domain\/\w+\/(\w+C|c)ontract\.ts$/, 'descriptions name clauses of the school’s regulations'],
  [/^domain\/access\/(rules|commonPasswords)\.ts$/, 'the letters of names, and the passwords everybody tries first'],
  [/^domain\/audit\/rules\.ts$/, 'letters that look like those of a root on paper'],
  [/^domain\/attendance\/rules\.ts$/, 'letters of the journal’s cells'],
  [/^domain\/curriculum\/(federalSubjects|templates)\.ts$/, 'names of subjects and profiles in the federal curricula'],
  [/^domain\/curriculum\/entry\.ts$/, 'what people type for hours'],
  [/^domain\/exchange\/(fields|vocabulary|examples)\.ts$/, 'headings and words that schools write in their spreadsheets'],
  [/^domain\/journal\/entry\.ts$/, 'what teachers type into cells'],
  [/^server\/people\/contactText\.ts$/, 'how people write that a phone number follows'],
  [/^domain\/people\/agreement\.ts$/, 'endings of words and of patronymics'],
  [/^domain\/people\/similar\.ts$/, 'letters that look alike, «ё» among them'],
  [/^domain\/platform\/texts\.ts$/, '«ё» is found as «е»'],
  [/^domain\/school\/rules\.ts$/, 'the name of a school that nobody has named yet'],
  [
    /^server\/access\/(http|passwords|openSchool|sealed)\.ts$/,
    'names of devices, syllables of one-time passwords, the first administrator',
  ],
  [/^server\/access\/(queries|accountQueries)\.ts$/, '«ё» is found as «е»'],
  [/^server\/marks\/queries\.ts$/, 'minutes in the story of a cell'],
  [/^server\/openapi\.ts$/, 'the name of the product'],
  [/^server\/platform\/static\.ts$/, 'a missing file is answered in plain text'],
  [/^server\/(main|start)\.ts$/, 'what is printed on the terminal'],
  [
    /^server\/platform\/(config|vault|migrate|embeddedPostgres|databaseTrouble|startFailure|runningFolder)\.ts$/,
    'why the program does not start, on the terminal',
  ],
]

const files = sources(['domain/**/*.ts', 'server/**/*.ts', 'web/**/*.{ts,tsx}'])

test('every module imports only what stands before it', () => {
  const wrong: string[] = []
  for (const file of files) {
    const side = file.split('/')[0]!
    const from = moduleOf(file)
    for (const { target, type, root } of importsOf(file)) {
      const say = (why: string) => wrong.push(`${file} imports ${target}: ${why}`)
      if (!target.startsWith('#')) {
        if (!outside[side]!.test(target)) say(`not for ${side}`)
        continue
      }
      const to = target.slice(1).split('/')[0]!
      if (to !== side && to !== 'domain') say(`${side} knows nothing of ${to}`)
      else if (root && from && !(target === '#domain/operations.ts' && type) && !composition[target])
        say('files at the root compose the modules')
      else if (root && from && side !== 'web' && composition[target]) say('only the web may')
      else if (from && to === side && moduleOf(target) && !mayImport(side, from, moduleOf(target)!))
        say(`${moduleOf(target)} comes after ${from}`)
    }
  }
  assert.deepEqual(wrong, [])
})

const mayImport = (side: string, from: string, to: string) =>
  from === to || (order[side]!.indexOf(to) >= 0 && order[side]!.indexOf(to) < order[side]!.indexOf(from))

test('every folder of a side is in the order of its modules', () => {
  for (const [side, modules] of Object.entries(order)) {
    const found = new Set(files.filter((file) => file.startsWith(`${side}/`)).flatMap((file) => moduleOf(file) ?? []))
    assert.deepEqual([...found].sort(), [...modules].sort(), side)
  }
})

test('contracts and their schemas never reach the browser', () => {
  const reached = new Map<string, string>()
  const follow = (file: string, path: string) => {
    if (reached.has(file)) return
    reached.set(file, path)
    for (const { target, type } of importsOf(file)) {
      if (type) continue
      assert.ok(!/^typebox|\/(\w+C|c)ontract\.ts$|\/schema\.ts$|^#domain\/operations\.ts$/.test(target), `${path} → ${target}`)
      const next = target.slice(1)
      if (target.startsWith('#') && /\.tsx?$/.test(next) && existsSync(next)) follow(next, `${path} → ${next}`)
    }
  }
  for (const file of files.filter((one) => one.startsWith('web/'))) follow(file, file)
  assert.ok(reached.size > 50)
})

test('no file is longer than 300 lines', () => {
  const all = sources(['{domain,server,web,tests,scripts,bench}/**/*.{ts,tsx,mjs,css,sql}', 'migrations/0*.sql'], { tests: true })
  const long = all.filter((file) => textOf(file).trimEnd().split('\n').length > 300)
  assert.deepEqual(long, Object.keys(longFiles))
})

test('a file is named after what it holds', () => {
  const vague = sources('{domain,server,web,tests,scripts,bench}/**/*', { tests: true }).filter((file) =>
    /(^|[/.])(utils?|helpers?|common|misc|shared|lib)([/.]|$)/i.test(file),
  )
  assert.deepEqual(vague, [])
})

test('no file gathers others only to hand them on', () => {
  assert.deepEqual(sources('{domain,server,web}/**/index.{ts,tsx}'), [])
})

test('Russian stands in texts and comments', () => {
  const code = sources(['domain/**/*.ts', 'server/**/*.ts']).filter(
    (file) => !file.endsWith('texts.ru.ts') && /[а-яё]/i.test(codeOf(file).replace(/^\s*--.*$/gm, '')),
  )
  assert.deepEqual(
    code.filter((file) => !russian.some(([pattern]) => pattern.test(file))),
    [],
  )
})

test('every refusal has its sentence, and every sentence its refusal', () => {
  const code = (patterns: string[]) =>
    sources(patterns)
      .filter((file) => !file.endsWith('texts.ru.ts'))
      .map(codeOf)
  const thrown = /(?:new Refusal\(|sendProblem\(\s*reply[^,]*,\s*|\bcode: )'(\w+\.\w+)'/g
  const refused = code(['domain/**/*.ts', 'server/**/*.ts']).flatMap((text) => [...text.matchAll(thrown)].map(([, one]) => one!))
  assert.deepEqual(refused.filter((one) => !(one in refusals)).sort(), [])
  const everything = code(['domain/**/*.ts', 'server/**/*.ts', 'web/**/*.{ts,tsx}']).join('\n')
  const unused = Object.keys(refusals).filter((one) => !everything.includes(`'${one}'`))
  assert.deepEqual(unused, [])
})

test('a refusal that a contract announces is one there is', () => {
  for (const file of sources('domain/*/{contract,*Contract}.ts')) {
    const announced = textOf(file).matchAll(/[Rr]efusals?[^.]*?((?:\w+\.\w+(?: \([^)]*\))?(?:, | and )?)+)/g)
    for (const [, list] of announced) {
      for (const [one] of list!.matchAll(
        /\b(access|attendance|calendar|classes|consents|curriculum|exchange|files|homework|input|journal|marks|movement|people|school)\.\w+/g,
      )) {
        if (!sourcesOfOperations.has(one)) assert.ok(one in refusals, `${file}: ${one}`)
      }
    }
  }
})
const sourcesOfOperations = new Set(
  sources('domain/*/{contract,*Contract}.ts').flatMap((file) =>
    [...textOf(file).matchAll(/(?:command|query)\('([^']+)'/g)].map(([, name]) => name!),
  ),
)

test('the web asks nobody but its own server', () => {
  const hosts = sources(['web/**/*.{ts,tsx,css,html,js}', 'web/public/**/*']).filter((file) => !/\.png$/.test(file))
  const foreign = hosts.filter(
    (file) =>
      /(https?:)?\/\/(?!www\.w3\.org\/)[a-z0-9-]+\.[a-z]{2,}/i.test(codeOf(file).replace(/^\s*<!--.*-->$/gm, '')) ||
      /fetch\(\s*['"`]http/.test(textOf(file)),
  )
  assert.deepEqual(foreign, [])
})

test('nothing depends on how dates fall on this machine', () => {
  const dates = files.filter((file) => !file.startsWith('web/') && /\bnew Date\(\)|Date\.now\(\)/.test(codeOf(file)))
  assert.deepEqual(dates, ['server/platform/clock.ts', 'server/platform/log.ts'])
})
