import type { Output } from '#domain/operations.ts'
import { gapNames } from './texts.ru.ts'

/** «нет даты рождения: 3, нет родителей: 1» */
export const gapsText = (gaps: Output<'people.checks'>['classes'][number]['gaps']): string =>
  gaps.map(({ gap, students }) => `${gapNames[gap]}: ${students}`).join(', ')
