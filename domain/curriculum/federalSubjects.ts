/**
 * Subjects of the federal curricula (ФУП НОО, ООО, СОО of 2026/27) with their short names, by the subject areas and in the order in which
 * these name them; after them what schools most often add outside lessons. [S4 Р10g, Р10h]
 */
export const federalSubjects = {
  russian: ['Русский язык', 'Рус. яз.', 'Русский язык и литература'],
  reading: ['Литературное чтение', 'Лит. чт.', 'Русский язык и литература'],
  literature: ['Литература', 'Лит-ра', 'Русский язык и литература'],
  english: ['Иностранный язык (английский)', 'Англ. яз.', 'Иностранные языки'],
  mathematics: ['Математика', 'Мат.', 'Математика и информатика'],
  algebra: ['Алгебра', 'Алг.', 'Математика и информатика'],
  analysis: ['Алгебра и начала математического анализа', 'Алг. и нач. ан.', 'Математика и информатика'],
  geometry: ['Геометрия', 'Геом.', 'Математика и информатика'],
  statistics: ['Вероятность и статистика', 'Вер. и стат.', 'Математика и информатика'],
  informatics: ['Информатика', 'Инф.', 'Математика и информатика'],
  world: ['Окружающий мир', 'Окр. мир', 'Обществознание и естествознание'],
  ethics: ['Основы религиозных культур и светской этики', 'ОРКСЭ', 'Основы религиозных культур и светской этики'],
  history: ['История', 'Ист.', 'Общественно-научные предметы'],
  socialStudies: ['Обществознание', 'Общ.', 'Общественно-научные предметы'],
  geography: ['География', 'Геогр.', 'Общественно-научные предметы'],
  heritage: ['Духовно-нравственная культура России', 'ДНКР', 'Основы духовно-нравственной культуры'],
  physics: ['Физика', 'Физ.', 'Естественно-научные предметы'],
  chemistry: ['Химия', 'Хим.', 'Естественно-научные предметы'],
  biology: ['Биология', 'Биол.', 'Естественно-научные предметы'],
  art: ['Изобразительное искусство', 'ИЗО', 'Искусство'],
  music: ['Музыка', 'Муз.', 'Искусство'],
  technology: ['Труд (технология)', 'Труд', 'Технология'],
  sport: ['Физическая культура', 'Физ-ра', 'Физическая культура'],
  safety: ['Основы безопасности и защиты Родины', 'ОБЗР', 'Основы безопасности и защиты Родины'],
  project: ['Индивидуальный проект', 'Инд. проект', 'Индивидуальный проект'],
  talks: ['Разговоры о важном', 'РОВ', 'Внеурочная деятельность'],
  horizons: ['Россия — мои горизонты', 'РМГ', 'Внеурочная деятельность'],
  literacy: ['Функциональная грамотность', 'Функц. гр.', 'Внеурочная деятельность'],
  eaglets: ['Орлята России', 'Орлята', 'Внеурочная деятельность'],
} as const satisfies Record<string, readonly [name: string, shortName: string, area: string]>

export type FederalSubject = keyof typeof federalSubjects

/** Subject areas in the order of the federal curricula. */
export const areas: readonly string[] = [...new Set(Object.values(federalSubjects).map(([, , area]) => area))]

const places = new Map<string, number>(Object.values(federalSubjects).map(([name], place) => [name, place]))

/** Sorts subjects as the federal curricula do: by area, then by their place in it; what the school added to an area comes after, by name. */
export function bySubject(a: { name: string; area: string }, b: { name: string; area: string }): number {
  const place = ({ name, area }: typeof a) => {
    const known = areas.indexOf(area)
    return (known === -1 ? areas.length : known) * 100 + (places.get(name) ?? 99)
  }
  return place(a) - place(b) || a.name.localeCompare(b.name, 'ru')
}
