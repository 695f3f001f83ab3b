import { patronymicOf, type Sex, surnameOf } from '#scripts/demo/grammar.ts'
import { type Origin, origins } from '#scripts/demo/names.ts'
import type { Random } from '#scripts/demo/random.ts'

export type FullName = { surname: string; given: string; patronymic: string; sex: Sex }

/** A family surname, in the masculine, with the names that go with it. */
export function nameFamily(random: Random): { surname: string; origin: Origin } {
  const origin = random.weighted(origins)
  return { surname: random.weighted(origin.surnames), origin }
}

/** A grown-up of this surname. */
export function nameAdult(random: Random, surname: string, origin: Origin, sex: Sex): FullName {
  const given = random.weighted(sex === 'f' ? origin.women : origin.men)
  return { surname: surnameOf(surname, sex), given, patronymic: patronymicOf(random.weighted(origin.men), sex), sex }
}

/** A child of this father. */
export function nameChild(random: Random, surname: string, origin: Origin, sex: Sex, father: string): FullName {
  const given = random.weighted(sex === 'f' ? origin.girls : origin.boys)
  return { surname: surnameOf(surname, sex), given, patronymic: patronymicOf(father, sex), sex }
}

/** The words of a full name. */
export function read(text: string, sex: Sex): FullName {
  const [surname = '', given = '', patronymic = ''] = text.split(' ')
  return { surname, given, patronymic, sex }
}
