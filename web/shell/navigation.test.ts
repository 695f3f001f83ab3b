import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import { currentOf, navigationOf } from './navigation.ts'

const icon = () => null
const load = async () => ({ default: icon })
const screen = (path: string, order: number | null, allowed = true): Screen => ({
  path,
  title: path,
  ...(order === null ? {} : { menu: { order, label: path, icon } }),
  allowed: () => allowed,
  load,
})
const screens = [
  screen('/diary/marks', 2),
  screen('/diary', 1),
  screen('/journal/:courseId', 3),
  screen('/accounts', 4, false),
  screen('/', 0),
  screen('/x', null),
]

test('the navigation lists what the person may open, in order', () => {
  assert.deepEqual(
    navigationOf(screens, {} as Me).map(({ href }) => href),
    ['/', '/diary', '/diary/marks'],
  )
})

test('the current section is the longest that contains the address', () => {
  const items = navigationOf(screens, {} as Me)
  const table = {
    '/': '/',
    '/diary': '/diary',
    '/diary/marks': '/diary/marks',
    '/diary/marks/x': '/diary/marks',
    '/diaryx': null,
    '/y': null,
  }
  for (const [path, href] of Object.entries(table)) assert.equal(currentOf(items, path), href, path)
})
