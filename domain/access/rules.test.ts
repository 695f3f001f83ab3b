import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loginOf, transliterated, waitAfterFailures, whyPasswordIsWeak } from '#domain/access/rules.ts'

const person = { login: 'ivanova.mp', surname: 'Иванова', current: 'прежний пароль' }

const passwords: [string, string | null][] = [
  ['осенний лист', null],
  ['сестра2б', null],
  ['семьзн', 'short'],
  ['1234567', 'short'],
  ['🦊🦊🦊🦊🦊🦊🦊', 'short'], // seven people see seven signs, however many units they take
  ['12345678', 'common'],
  ['PASSWORD', 'common'],
  ['Йцукенгш', 'common'],
  ['aaaaaaaaa', 'common'],
  ['школа2026', 'common'],
  ['2026 Учитель!', 'common'],
  ['gfhjkm123', 'common'],
  ['qwer1234', 'common'],
  ['аБвГдЕжЗ', 'common'],
  ['абабабаб', 'common'],
  ['15.05.1980', 'digits'],
  ['15051980', 'digits'],
  ['8 900 123-45-67', 'digits'],
  ['Иванова1980', 'login'],
  ['ivanova-80', 'login'],
  ['иванова и сын', null],
  ['школа в лесу', null],
  ['zvonok-2026', null],
  ['ivanova.mp1', 'login'],
  ['IVANOVA.MP', 'login'],
  ['прежний пароль', 'same'],
  ['          ', 'short'],
]
for (const [password, reason] of passwords) {
  test(`the password «${password}» is ${reason ?? 'good enough'}`, () => {
    assert.equal(whyPasswordIsWeak(password, person)?.params.reason ?? null, reason)
  })
}

test('a surname alone is no password, «ё» or «е»', () => {
  assert.equal(whyPasswordIsWeak('Королёвская', { login: 'k.m', surname: 'Королевская' })?.params.reason, 'login')
})

const waits: [number, number][] = [
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [11, 60],
  [1000, 60],
]
for (const [failures, seconds] of waits) {
  test(`after ${failures} wrong passwords one waits ${seconds} s`, () => assert.equal(waitAfterFailures(failures), seconds))
}

const names: [string, string][] = [
  ['Щёголев-Юрьев', 'shchegolev-yurev'],
  ['Ёлкина', 'elkina'],
  ['Объедков', 'obedkov'],
  ["О'Нил", 'onil'],
  ['Smith', 'smith'],
  ['Ли', 'li'],
]
for (const [name, latin] of names) {
  test(`«${name}» is typed ${latin}`, () => assert.equal(transliterated(name), latin))
}

const logins: [[string, string, string], string[], string][] = [
  [['Иванова', 'Мария', 'Петровна'], [], 'ivanova.mp'],
  [['Иванова', 'Мария', 'Петровна'], ['ivanova.mp'], 'ivanova.mp2'],
  [['Иванова', 'Мария', 'Петровна'], ['ivanova.mp', 'ivanova.mp2'], 'ivanova.mp3'],
  [['Ли', 'Юн', ''], [], 'li.y'],
  [['ъь', 'Ян', ''], [], 'user.y'],
]
for (const [[surname, givenName, patronymic], taken, login] of logins) {
  test(`the login of ${surname} ${givenName} ${patronymic}, with ${taken.length} taken, is ${login}`, () => {
    assert.equal(
      loginOf({ surname, givenName, patronymic }, (one) => taken.includes(one)),
      login,
    )
  })
}

test('a login fits the rule of the table whatever the name', () => {
  const name = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя -ABCxyz’'), minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(name, name, name, (surname, givenName, patronymic) => {
      assert.match(
        loginOf({ surname, givenName, patronymic }, () => false),
        /^[a-zа-яё0-9][a-zа-яё0-9._-]{2,39}$/,
      )
    }),
  )
})
