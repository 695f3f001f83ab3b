import type { Kind } from './kinds.ts'
import type { Planner } from './plan.ts'
import { planBells, planHolidays } from './planCalendar.ts'
import { planRooms, planSubjects } from './planCatalogue.ts'
import { planClasses, planHomerooms, planSubgroups } from './planClasses.ts'
import { planGuardians } from './planGuardians.ts'
import { planCurriculum, planLoad } from './planLearning.ts'
import { planStaff } from './planStaff.ts'
import { planStudents } from './planStudents.ts'
import { planTerms } from './planTerms.ts'

/** What a list of each kind would do to the school. Pure: the same file and the same school make the same plan, but for new ids. */
export const planners: { readonly [K in Kind]: Planner } = {
  classes: planClasses,
  homerooms: planHomerooms,
  holidays: planHolidays,
  curriculum: planCurriculum,
  students: planStudents,
  load: planLoad,
  staff: planStaff,
  guardians: planGuardians,
  subgroups: planSubgroups,
  subjects: planSubjects,
  rooms: planRooms,
  bells: planBells,
  terms: planTerms,
}
