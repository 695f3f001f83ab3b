import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Move, play, shown } from '#tests/outbox/play.ts'
import {
  addWork,
  changeWork,
  refusal,
  removeWork,
  rollCall,
  saved,
  setAbsence,
  setMark,
  setMarks,
  setNote,
  setTopic,
  silence,
} from '#tests/outbox/typed.ts'

const conflict = refusal('journal.changedMeanwhile')
const locked = refusal('journal.termLocked')

const stories: [title: string, moves: Move[], queue: string[]][] = [
  ['a typed mark waits to be sent', [setMark('w', 's', '', '5')], ['a kept ∅→5']],
  ['a saved mark leaves the queue', [setMark('w', 's', '', '5'), { send: 4 }, { answer: 'a', with: saved }], []],
  [
    'a mark typed over an unsent one takes its place, and what was seen first',
    [setMark('w', 's', '', '5'), setMark('w', 's', '5', '4')],
    ['b kept ∅→4'],
  ],
  ['an unsent mark typed back needs no sending', [setMark('w', 's', '', '5'), setMark('w', 's', '5', '')], []],
  ['a value typed over itself needs no sending', [setMark('w', 's', '5', '5')], []],
  [
    'a mark that has been sent is never joined: it may have landed',
    [setMark('w', 's', '', '5'), { send: 1 }, setMark('w', 's', '5', '4')],
    ['a sending ∅→5', 'b kept 5→4'],
  ],
  [
    'neither when the answer did not come',
    [setMark('w', 's', '', '5'), { send: 1 }, { answer: 'a', with: silence }, setMark('w', 's', '5', '4')],
    ['a kept ∅→5', 'b kept 5→4'],
  ],
  [
    'neither after the browser was killed',
    [setMark('w', 's', '', '5'), { send: 1 }, 'restart', setMark('w', 's', '5', '4')],
    ['a kept ∅→5', 'b kept 5→4'],
  ],
  [
    'marks typed in two tabs that did not see each other stay two',
    [setMark('w', 's', '', '5'), setMark('w', 's', '', '4')],
    ['a kept ∅→5', 'b kept ∅→4'],
  ],
  [
    'topics are joined like marks',
    [setTopic('l', '', 'Дроби'), setTopic('l', 'Дроби', 'Дроби и проценты')],
    ['b kept →Дроби и проценты'],
  ],
  ['so are notes', [setNote('l', '', 'раз'), setNote('l', 'раз', 'два')], ['b kept →два']],
  ['a second roll call replaces an unsent one', [rollCall('l', 's'), rollCall('l')], ['b kept']],
  ['a sent roll call stays', [rollCall('l', 's'), { send: 1 }, rollCall('l')], ['a sending', 'b kept']],
  [
    'but not across an absence typed between them',
    [rollCall('l'), setAbsence('l', 's', null, 'sick'), rollCall('l', 's')],
    ['a kept', 'b kept ∅→sick', 'c kept'],
  ],
  [
    'a mark is not joined across a filled column',
    [setMark('w', 's', '', '5'), setMarks('w', ['s', '5', '4'], ['t', '', '4']), setMark('w', 's', '4', '3')],
    ['a kept ∅→5', 'b kept 5→4 ∅→4', 'c kept 4→3'],
  ],
  [
    'the next mark of a cell waits for the one before',
    [setMark('w', 's', '', '5'), { send: 1 }, setMark('w', 's', '5', '4'), setMark('w', 't', '', '3'), { send: 4 }],
    ['a sending ∅→5', 'b kept 5→4', 'c sending ∅→3'],
  ],
  [
    'marks of a new column wait for it',
    [addWork('w'), setMark('w', 's', '', '5'), setMark('v', 's', '', '4'), { send: 4 }],
    ['a sending', 'b kept ∅→5', 'c sending ∅→4'],
  ],
  [
    'a column is not taken away before its marks are settled',
    [setMark('w', 's', '5', ''), removeWork('w'), { send: 4 }],
    ['a sending 5→∅', 'b kept'],
  ],
  [
    'absences wait for the roll call',
    [rollCall('l'), setAbsence('l', 's', null, 'sick'), { send: 4 }],
    ['a sending', 'b kept ∅→sick'],
  ],
  [
    'a refused mark stays with its value',
    [setMark('w', 's', '', '5'), { send: 1 }, { answer: 'a', with: locked }],
    ['a refused ∅→5'],
  ],
  [
    'a second answer changes nothing',
    [setMark('w', 's', '', '5'), { send: 1 }, { answer: 'a', with: locked }, { answer: 'a', with: saved }],
    ['a refused ∅→5'],
  ],
  [
    'a mark typed over one that is refused goes on from what was seen before both',
    [setMark('w', 's', '3', '5'), { send: 1 }, setMark('w', 's', '5', '4'), { answer: 'a', with: conflict }],
    ['a refused 3→5', 'b kept 3→4'],
  ],
  [
    'and takes the place of the refused one when it is saved',
    [
      setMark('w', 's', '3', '5'),
      { send: 1 },
      setMark('w', 's', '5', '4'),
      { answer: 'a', with: locked },
      { send: 1 },
      { answer: 'b', with: saved },
    ],
    [],
  ],
  [
    'or refused: a cell has one last word',
    [
      setMark('w', 's', '3', '5'),
      { send: 1 },
      setMark('w', 's', '5', '4'),
      { answer: 'a', with: locked },
      { send: 1 },
      { answer: 'b', with: locked },
    ],
    ['b refused 3→4'],
  ],
  [
    'typed back after a refusal: nothing is left to decide',
    [setMark('w', 's', '3', '5'), { send: 1 }, setMark('w', 's', '5', '3'), { answer: 'a', with: locked }],
    [],
  ],
  [
    'only the first mark after a refused one is about it',
    [
      setMark('w', 's', '', '5'),
      { send: 1 },
      setMarks('w', ['s', '5', '4'], ['t', '', '4']),
      setMark('w', 's', '4', '5'),
      setMarks('w', ['s', '5', '2'], ['t', '4', '2']),
      { answer: 'a', with: locked },
    ],
    ['a refused ∅→5', 'b kept ∅→4 ∅→4', 'c kept 4→5', 'd kept 5→2 4→2'],
  ],
  [
    'typed over a refused value on the screen',
    [setMark('w', 's', '3', '5'), { send: 1 }, { answer: 'a', with: locked }, setMark('w', 's', '5', '4')],
    ['a refused 3→5', 'b kept 3→4'],
  ],
  [
    'a conflict is decided by what the person has seen',
    [setMark('w', 's', '', '5'), { send: 1 }, { answer: 'a', with: conflict }, setMark('w', 's', '3', '4')],
    ['a refused ∅→5', 'b kept 3→4'],
  ],
  [
    'the person gives up a refused value',
    [setMark('w', 's', '', '5'), { send: 1 }, { answer: 'a', with: conflict }, { discard: 'a' }],
    [],
  ],
  [
    'what is not refused cannot be given up: it may have landed',
    [setMark('w', 's', '', '5'), { send: 1 }, { discard: 'a' }],
    ['a sending ∅→5'],
  ],
  [
    'the person insists: a new operation over the value now known',
    [
      setMark('w', 's', '', '5'),
      { send: 1 },
      { answer: 'a', with: conflict },
      { resubmit: 'a', as: setMark('w', 's', '3', '5') },
    ],
    ['b kept 3→5'],
  ],
  ['a filled column goes as one', [setMarks('w', ['s', '', '5'], ['t', '', '5']), { send: 4 }], ['a sending ∅→5 ∅→5']],
  [
    'a refused column asks for each cell by itself, in its place in the queue',
    [setMarks('w', ['s', '', '5'], ['t', '', '5']), { send: 4 }, setTopic('l', '', 'Дроби'), { answer: 'a', with: conflict }],
    ['1 kept ∅→5', '2 kept ∅→5', 'b kept →Дроби'],
  ],
  [
    'and each cell has its own outcome',
    [
      setMarks('w', ['s', '', '5'], ['t', '', '5']),
      { send: 4 },
      { answer: 'a', with: conflict },
      { send: 4 },
      { answer: '1', with: conflict },
      { answer: '2', with: saved },
    ],
    ['1 refused ∅→5'],
  ],
  [
    'a mark typed later settles the refused part of a column',
    [
      setMarks('w', ['s', '', '5'], ['t', '', '5']),
      { send: 4 },
      { answer: 'a', with: conflict },
      { send: 4 },
      { answer: '1', with: conflict },
      { answer: '2', with: saved },
      setMark('w', 's', '3', '4'),
      { send: 4 },
      { answer: 'b', with: saved },
    ],
    [],
  ],
  [
    'a refused column refuses its marks, and they wait for it',
    [
      addWork('w'),
      setMark('w', 's', '', '5'),
      setMark('v', 's', '', '4'),
      { send: 1 },
      { answer: 'a', with: refusal('marks.titleNeeded') },
    ],
    ['a refused', 'b refused ∅→5', 'c kept ∅→4'],
  ],
  [
    'added again, the column goes first and its marks follow',
    [
      addWork('w'),
      setMark('w', 's', '', '5'),
      { send: 1 },
      { answer: 'a', with: refusal('marks.titleNeeded') },
      { resubmit: 'a', as: addWork('w', 'Дроби') },
      { send: 4 },
    ],
    ['c sending', 'b kept ∅→5'],
  ],
  ['a newer weight of a column replaces an unsent one', [changeWork('w', 10), changeWork('w', 20)], ['b kept']],
]

for (const [title, moves, queue] of stories) {
  test(title, () => assert.deepEqual(play(...moves).queue.map(shown), queue))
}

test('a claim takes no more than its limit', () => {
  const marks = ['r', 's', 't', 'u', 'v'].map((student) => setMark('w', student, '', '5'))
  assert.equal(play(...marks, { send: 4 }).queue.filter((op) => op.state === 'sending').length, 4)
})

test('screens hear each last word once, and of marks that wait for a refused column', () => {
  const { settled } = play(
    addWork('w'),
    setMark('w', 's', '', '5'),
    { send: 1 },
    { answer: 'a', with: locked },
    { answer: 'a', with: locked },
  )
  assert.deepEqual(
    settled.map(({ op, outcome }) => `${op.id} ${outcome} ${op.problem?.code}`),
    ['a refused journal.termLocked', 'b refused outbox.workRefused'],
  )
})

test('the input of an operation that was sent never changes', () => {
  const before = play(setMark('w', 's', '3', '5'), { send: 1 }, { answer: 'a', with: silence }).queue[0]!
  const after = play(
    setMark('w', 's', '3', '5'),
    { send: 1 },
    { answer: 'a', with: silence },
    setMark('w', 's', '5', '4'),
    setMark('w', 's', '4', '3'),
  ).queue[0]!
  assert.deepEqual(after, before)
})

test('what an older version of the app left on the disk does not stop the queue', () => {
  const { queue } = play({ name: 'marks.setMany', input: null, slot: 'marks:x', label: '' }, setMark('w', 's', '', '5'), {
    send: 4,
  })
  assert.deepEqual(
    queue.map((op) => op.state),
    ['sending', 'sending'],
  )
})
