import { assignmentCommands } from './assignments.ts'
import { catalogueCommands } from './catalogue.ts'
import { courseCommands } from './courses.ts'
import { hoursCommands } from './hours.ts'
import { planCommands } from './plans.ts'

/** Everything that changes what is taught, by which plan and by whom. */
export const curriculumCommands = [
  ...catalogueCommands,
  ...planCommands,
  ...hoursCommands,
  ...courseCommands,
  ...assignmentCommands,
]
