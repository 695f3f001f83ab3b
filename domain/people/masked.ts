/** How a student is named on paper: in full, «И. А.», «№ 7». [S4 К8, У13] */
export type NameStyle = 'full' | 'initials' | 'numbers'

/** The place of a student in the list of a class on the day that is printed. */
export type Place = { className: string; number: number }

/** «И. А.» of «Иванов Алексей»; «П.-В. А.» of «Петрова-Водкина Анна»; «О.» of who has one name. */
export function initialsOf(name: string): string {
  const [surname = '', ...given] = name.trim().split(/\s+/)
  const letter = (word: string) => (word ? `${word[0]!.toUpperCase()}.` : '')
  const parts = [surname.split('-').map(letter).filter(Boolean).join('-'), letter(given[0] ?? '')]
  return parts.filter(Boolean).join(' ')
}

/**
 * What stands on paper in place of each name. Numbers are places in the class list; with the class where there are several. Who is in no
 * list (has left, learns elsewhere) is named by initials. Two with the same initials are told apart by their numbers, or counted when
 * they have none.
 */
export function maskedNames(
  students: readonly { studentId: string; name: string }[],
  style: Exclude<NameStyle, 'full'>,
  places: ReadonlyMap<string, Place>,
): Map<string, string> {
  const several = new Set(students.flatMap(({ studentId }) => places.get(studentId)?.className ?? [])).size > 1
  const numberOf = (studentId: string): string | null => {
    const place = places.get(studentId)
    return place ? [several && place.className, `№ ${place.number}`].filter(Boolean).join(' ') : null
  }
  const alike = Map.groupBy(students, ({ name }) => initialsOf(name))
  const told = ({ studentId, name }: { studentId: string; name: string }): string => {
    const initials = initialsOf(name)
    const same = alike.get(initials)!
    const number = numberOf(studentId)
    if (style === 'numbers' && number) return number
    if (same.length === 1) return initials
    return `${initials} (${number ?? same.findIndex((one) => one.studentId === studentId) + 1})`
  }
  return new Map(students.map((student) => [student.studentId, told(student)]))
}
