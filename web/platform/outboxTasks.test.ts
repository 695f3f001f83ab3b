import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Move, play, shown } from '#tests/outbox/play.ts'
import { refusal, removeHomework, saved, setHomework } from '#tests/outbox/typed.ts'

const conflict = refusal('journal.changedMeanwhile')
const noLesson = refusal('homework.noLessonThen')

const stories: [title: string, moves: Move[], queue: string[]][] = [
  [
    'the next field of an unsent task goes with it',
    [setHomework('h', '', '§ 5'), setHomework('h', '§ 5', '§ 5, № 7')],
    ['b kept ∅→§ 5, № 7'],
  ],
  [
    'a task that has been sent is waited for',
    [setHomework('h', '', '§ 5'), { send: 1 }, setHomework('h', '§ 5', '§ 6'), { send: 4 }],
    ['a sending ∅→§ 5', 'b kept § 5→§ 6'],
  ],
  [
    'what was typed over a task that met another’s asks against what was seen before both',
    [setHomework('h', '§ 4', '§ 5'), { send: 1 }, setHomework('h', '§ 5', '§ 6'), { answer: 'a', with: conflict }],
    ['a refused § 4→§ 5', 'b kept § 4→§ 6'],
  ],
  [
    'after a conflict on the screen it asks as it was typed, and takes the place of the refused one',
    [
      setHomework('h', '§ 4', '§ 5'),
      { send: 1 },
      { answer: 'a', with: conflict },
      setHomework('h', '§ 9', '§ 6'),
      { send: 1 },
      { answer: 'b', with: saved },
    ],
    [],
  ],
  [
    'put right after a refusal, a task asks against what stood before it',
    [setHomework('h', '§ 4', '§ 5'), { send: 1 }, { answer: 'a', with: noLesson }, setHomework('h', '§ 5', '§ 6')],
    ['a refused § 4→§ 5', 'b kept § 4→§ 6'],
  ],
  [
    'a task is not taken back before its last edit is settled',
    [setHomework('h', '§ 4', '§ 5'), removeHomework('h', '§ 5'), { send: 4 }],
    ['a sending § 4→§ 5', 'b kept § 5→∅'],
  ],
  [
    'and when the edit is refused, it is the task seen before that is taken back',
    [setHomework('h', '§ 4', '§ 5'), { send: 1 }, removeHomework('h', '§ 5'), { answer: 'a', with: noLesson }],
    ['a refused § 4→§ 5', 'b kept § 4→∅'],
  ],
]

for (const [title, moves, queue] of stories) {
  test(title, () => assert.deepEqual(play(...moves).queue.map(shown), queue))
}
