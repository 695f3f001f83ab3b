import type { Input } from '#domain/operations.ts'
import { onSettled } from '#web/platform/outbox.ts'
import { invalidate, patchQuery } from '#web/platform/queries.ts'
import type { Operation } from './effects.ts'
import { patchPage, reshapes } from './patches.ts'

const SOON = 2000

/**
 * Writes what the server has accepted into the kept answer of the page, so that coming back to it shows no older values. Several
 * operations are written together when the hands rest: nobody waits for it, the cells show them already. A column or a topic nobody else
 * holds once it has left the queue: it is written at once, or the mark typed next would fall into the neighbour's column.
 */
export function keepSaved(courseId: string, termId: string): () => void {
  let saved: Operation[] = []
  let timer = 0
  const write = () => {
    const operations = saved
    saved = []
    const inputs: Input<'journal.page'>[] = [{ courseId }, { courseId, termId }]
    for (const input of inputs) {
      patchQuery('journal.page', input, (page) => (page.term.termId === termId ? patchPage(page, ...operations) : page))
    }
    // An answer that was written into counts as new: a hint about somebody else's change that came before would be forgotten.
    void invalidate(['journal.page'], (input) => input.courseId === courseId)
  }
  const stop = onSettled((op, outcome) => {
    if (outcome !== 'saved') return
    saved.push({ name: op.name, input: op.input })
    window.clearTimeout(timer)
    if (reshapes(op.name)) write()
    else timer = window.setTimeout(write, SOON)
  })
  return () => {
    stop()
    window.clearTimeout(timer)
    if (saved.length > 0) write()
  }
}
