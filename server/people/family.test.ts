import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeTexts } from '../../tests/freeTexts.ts'
import { refused } from '../../tests/refused.ts'
import { newWorld } from '../../tests/world.ts'

test('a parent says once a month that the data of the children are right; the homeroom teacher sees who did [R066, R067]', async () => {
  const world = await newWorld()
  const due = async () =>
    (await world.asks('petrova', 'people.familyChecks', {})).children.map(({ name, className }) => [name, className])
  assert.deepEqual(await due(), [
    ['Андреев Николай Фёдорович', '1А'],
    ['Петров Пётр Сергеевич', '7А'],
  ])
  await world.does('petrova', 'people.confirmOwn', { personId: world.who.petya })
  await world.does('petrova', 'people.confirmOwn', { personId: world.who.petya })
  assert.deepEqual(await due(), [['Андреев Николай Фёдорович', '1А']])
  const { checklist } = await world.asks('sokolova', 'people.classChecks', { classId: world.groups.seventhA })
  assert.deepEqual(
    checklist.map(({ name, family }) => [name, family?.by ?? null]),
    [
      ['Ёлкина Мария Ивановна', null],
      ['Петров Пётр Сергеевич', 'Петрова Ольга Игоревна'],
    ],
  )
  await world.amends(`update family_check set month = month - interval '1 month' where school_id = :school`)
  assert.equal((await due()).length, 2, 'a month later they are asked again')
})

test('a former guardian, a student and a teacher are asked nothing [R066]', async () => {
  const world = await newWorld()
  for (const key of ['elkin', 'petya', 'ivanova'] as const)
    assert.deepEqual((await world.asks(key, 'people.familyChecks', {})).children, [])
  await world.amends(`update enrolment set to_date = '2026-11-01' where school_id = :school and student_id = $1`, [
    world.who.lena,
  ])
  assert.deepEqual((await world.asks('egorov', 'people.familyChecks', {})).children, [], 'the child has left')
  await refused('people.notInClass', world.does('egorov', 'people.confirmOwn', { personId: world.who.lena }))
})

test('what is asked about data has the term of the law, and a homeroom teacher’s word has none [R060, R067]', async () => {
  const world = await newWorld()
  const ask = (kind: 'access' | 'erase') =>
    world.does('petrova', 'people.askAboutData', { personId: world.who.petya, kind, comment: '' })
  const { requestId } = await ask('access')
  await refused('people.requestOpen', ask('access'))
  await ask('erase')
  await world.does('sokolova', 'people.reportDeparture', { personId: world.who.masha, lastDay: '2026-11-20', comment: '' })
  const { requests } = await world.asks('kiselev', 'people.requests', {})
  assert.deepEqual(
    requests.map(({ kind, dueOn }) => [kind, dueOn]),
    [
      ['access', '2026-12-04'],
      ['erase', '2026-12-04'],
      ['departed', null],
    ],
  )
  await world.does('kiselev', 'people.acceptRequest', {
    requestId,
    answer: 'Список на странице «Мои данные»',
    evenIfSimilar: false,
  })
  const mine = await world.asks('petrova', 'people.me', {})
  assert.deepEqual(mine.requests.map(({ kind, state, dueOn }) => [kind, state, dueOn]).sort(), [
    ['access', 'accepted', null],
    ['erase', 'open', '2026-12-04'],
  ])
  await ask('access') // answered, so it may be asked again
})

test('a phone in a free comment is pointed out, and stays only when its author leaves it [R065]', async () => {
  const world = await newWorld()
  const ask = (evenIfContact?: boolean) =>
    world.does('petrova', 'people.requestChange', {
      personId: world.who.petya, changes: {}, contacts: null, comment: 'Мой новый номер 8 912 345-67-89', evenIfContact,
    }) // biome-ignore format: one glance
  await refused('people.contactInText', ask())
  await ask(true)
  const remarks = { classId: world.groups.seventhA, remarks: 'мама Пети: mama@mail.ru' }
  await refused('people.contactInText', world.does('sokolova', 'people.confirmClass', remarks))
  Object.assign(world.school.policies, { 'people.emails': true })
  await world.does('sokolova', 'people.confirmClass', remarks)
})

test('erased contacts leave free comments too, in the history as well; whole ones where they were about them [R065]', async () => {
  const world = await newWorld()
  Object.assign(world.school.policies, { 'people.addresses': true })
  const contacts = { phone: [], email: [], address: ['ул. Мира, 7, кв. 12'] }
  await world.does('petrova', 'people.requestChange', {
    personId: world.who.petrova, changes: {}, contacts, comment: 'Переехали на улицу Мира, седьмой дом',
  }) // biome-ignore format: one glance
  const comment = 'Сменили номер: 8 912 345-67-89, родилась в мае'
  const { requestId } = await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya, changes: {}, contacts: null, comment, evenIfContact: true,
  }) // biome-ignore format: one glance
  await world.does('kiselev', 'people.declineRequest', { requestId, answer: 'Звонили на 89123456789, не ответили' })
  Object.assign(world.school.policies, { 'people.addresses': false })
  await world.does('kiselev', 'people.eraseContacts', { kind: 'phone' })
  await world.does('kiselev', 'people.eraseContacts', { kind: 'address' })
  const everything = async () =>
    (
      await Promise.all(
        ['change_request', 'change', 'operation'].map((table) =>
          world.rows<{ told: string }>(`select to_jsonb(t)::text as told from ${table} t where school_id = :school`),
        ),
      )
    )
      .flat()
      .map(({ told }) => told)
      .join('\n')
  const told = await everything()
  assert.doesNotMatch(told, /912 ?345|9123456789|улицу Мира|ул\. Мира/)
  assert.match(told, /родилась в мае/, 'the rest of the words stays')
})

test('the database empties texts by the very patterns that point them out [R065]', async () => {
  const world = await newWorld()
  for (const [text, kind, emptied] of freeTexts) {
    const [row] = await world.rows<{ told: string }>(
      `select without_contact_text(without_contact_text($1, 'phone'), 'email') as told`,
      [text],
    )
    assert.equal(row?.told, emptied, kind ?? 'nothing')
  }
})
