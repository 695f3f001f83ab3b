import type { Course } from '#scripts/demo/classes.ts'
import type { SubjectKey } from '#scripts/demo/subjects.ts'
import { algebra } from '#scripts/demo/topics/algebra.ts'
import { art } from '#scripts/demo/topics/art.ts'
import { biology } from '#scripts/demo/topics/biology.ts'
import { chemistry } from '#scripts/demo/topics/chemistry.ts'
import { english } from '#scripts/demo/topics/english.ts'
import { ethics } from '#scripts/demo/topics/ethics.ts'
import { geography } from '#scripts/demo/topics/geography.ts'
import { geometry } from '#scripts/demo/topics/geometry.ts'
import { heritage } from '#scripts/demo/topics/heritage.ts'
import { history } from '#scripts/demo/topics/history.ts'
import { informatics } from '#scripts/demo/topics/informatics.ts'
import { literature } from '#scripts/demo/topics/literature.ts'
import { mathematics } from '#scripts/demo/topics/mathematics.ts'
import { music } from '#scripts/demo/topics/music.ts'
import { physics } from '#scripts/demo/topics/physics.ts'
import { project } from '#scripts/demo/topics/project.ts'
import { reading } from '#scripts/demo/topics/reading.ts'
import { russian } from '#scripts/demo/topics/russian.ts'
import { safety } from '#scripts/demo/topics/safety.ts'
import { socialStudies } from '#scripts/demo/topics/socialStudies.ts'
import { sport } from '#scripts/demo/topics/sport.ts'
import { statistics } from '#scripts/demo/topics/statistics.ts'
import { talks } from '#scripts/demo/topics/talks.ts'
import { technology } from '#scripts/demo/topics/technology.ts'
import { world } from '#scripts/demo/topics/world.ts'

/** Topics of a subject by the grade from which they are taught, one a line. */
export type Topics = Record<number, string>

/** The topics of a course in order; lines like «КР: Обыкновенные дроби» are works. */
export function topicsOf({ subject, group }: Course): string[] {
  const byGrade = library[subject]
  const grades = Object.keys(byGrade).map(Number)
  const grade = Math.max(...grades.filter((from) => from <= group.grade))
  return byGrade[grade]!.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** All topics of the school. */
export const library: Record<SubjectKey, Topics> = {
  ...{ russian, literature, reading, english, mathematics, algebra, geometry, statistics, informatics, history, socialStudies },
  ...{ heritage, geography, physics, chemistry, biology, art, music, technology, sport, safety, world, ethics, project, talks },
}
