/** How topics grow and what is set for home depends on the family of the subject. */
export type Style = 'mathematics' | 'russian' | 'literature' | 'language' | 'humanities' | 'science' | 'craft' | 'sport' | 'talk'

/** What one teacher is trained to teach. */
export type Area =
  | 'primary'
  | 'russian'
  | 'english'
  | 'mathematics'
  | 'informatics'
  | 'history'
  | 'geography'
  | 'physics'
  | 'chemistry'
  | 'biology'
  | 'arts'
  | 'technologyBoys'
  | 'technologyGirls'
  | 'sport'
  | 'safety'

export type Subject = {
  name: string
  shortName: string
  area: Area
  style: Style
  /** How far marks lie below the school's mean. */
  difficulty: number
  split?: 'halves' | 'sexes'
}

export const subjects = {
  russian: { name: 'Русский язык', shortName: 'Рус. яз.', area: 'russian', style: 'russian', difficulty: 0.25 },
  reading: { name: 'Литературное чтение', shortName: 'Лит. чт.', area: 'primary', style: 'literature', difficulty: -0.15 },
  literature: { name: 'Литература', shortName: 'Лит-ра', area: 'russian', style: 'literature', difficulty: -0.05 },
  english: {
    name: 'Иностранный язык (английский)',
    shortName: 'Англ. яз.',
    area: 'english',
    style: 'language',
    difficulty: 0.05,
    split: 'halves',
  },
  mathematics: { name: 'Математика', shortName: 'Мат.', area: 'mathematics', style: 'mathematics', difficulty: 0.2 },
  algebra: { name: 'Алгебра', shortName: 'Алг.', area: 'mathematics', style: 'mathematics', difficulty: 0.35 },
  geometry: { name: 'Геометрия', shortName: 'Геом.', area: 'mathematics', style: 'mathematics', difficulty: 0.35 },
  statistics: {
    name: 'Вероятность и статистика',
    shortName: 'Вер. и стат.',
    area: 'mathematics',
    style: 'mathematics',
    difficulty: 0.1,
  },
  informatics: {
    name: 'Информатика',
    shortName: 'Инф.',
    area: 'informatics',
    style: 'science',
    difficulty: -0.15,
    split: 'halves',
  },
  history: { name: 'История', shortName: 'Ист.', area: 'history', style: 'humanities', difficulty: 0 },
  socialStudies: { name: 'Обществознание', shortName: 'Общ.', area: 'history', style: 'humanities', difficulty: -0.05 },
  heritage: {
    name: 'Духовно-нравственная культура России',
    shortName: 'ДНКР',
    area: 'history',
    style: 'humanities',
    difficulty: -0.4,
  },
  geography: { name: 'География', shortName: 'Геогр.', area: 'geography', style: 'humanities', difficulty: -0.05 },
  physics: { name: 'Физика', shortName: 'Физ.', area: 'physics', style: 'science', difficulty: 0.35 },
  chemistry: { name: 'Химия', shortName: 'Хим.', area: 'chemistry', style: 'science', difficulty: 0.3 },
  biology: { name: 'Биология', shortName: 'Биол.', area: 'biology', style: 'science', difficulty: 0 },
  art: { name: 'Изобразительное искусство', shortName: 'ИЗО', area: 'arts', style: 'craft', difficulty: -0.7 },
  music: { name: 'Музыка', shortName: 'Муз.', area: 'arts', style: 'craft', difficulty: -0.8 },
  technology: {
    name: 'Труд (технология)',
    shortName: 'Труд',
    area: 'technologyBoys',
    style: 'craft',
    difficulty: -0.7,
    split: 'sexes',
  },
  sport: { name: 'Физическая культура', shortName: 'Физ-ра', area: 'sport', style: 'sport', difficulty: -0.7 },
  safety: {
    name: 'Основы безопасности и защиты Родины',
    shortName: 'ОБЗР',
    area: 'safety',
    style: 'humanities',
    difficulty: -0.4,
  },
  world: { name: 'Окружающий мир', shortName: 'Окр. мир', area: 'primary', style: 'humanities', difficulty: -0.1 },
  ethics: {
    name: 'Основы религиозных культур и светской этики',
    shortName: 'ОРКСЭ',
    area: 'history',
    style: 'humanities',
    difficulty: 0,
    split: 'halves',
  },
  project: { name: 'Индивидуальный проект', shortName: 'Инд. проект', area: 'geography', style: 'craft', difficulty: -0.5 },
  talks: { name: 'Разговоры о важном', shortName: 'РОВ', area: 'primary', style: 'talk', difficulty: 0 },
} as const satisfies Record<string, Subject>

export type SubjectKey = keyof typeof subjects

/** The subject as any subject, for reading what only some of them have. */
export function subjectOf(key: SubjectKey): Subject {
  return subjects[key]
}
