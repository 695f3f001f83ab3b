import { theSchool } from '#server/access/subjects.ts'
import { implement } from '#server/platform/execute.ts'

/** Nothing is written beside the history: what was printed, by whom and when is the operation itself. */
export const notePrintCommand = implement('school.notePrint', {
  load: theSchool,
  run: async () => ({}),
  announce: () => [],
})
