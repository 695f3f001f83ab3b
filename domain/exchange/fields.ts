import type { Kind } from './kinds.ts'

export type Field = {
  key: string
  /** The heading of the template and of the export. */
  label: string
  /** Headings by which the column is found besides; in small letters, with «е» for «ё», without a last stop. */
  also: readonly string[]
  /** Without it a row says nothing. Of fields that name the same group one is enough. */
  need?: true | string
  hint?: string
  /** Values offered in the template. */
  choices?: readonly string[]
  /** In characters. */
  width: number
  /** Read where a file has it, as a part of another field: templates and exports do without. */
  partOf?: string
}

const field = (key: string, label: string, also: string, width: number, rest: Partial<Field> = {}): Field => ({
  key,
  label,
  also: also
    .split(' | ')
    .filter(Boolean)
    .map((heading) => heading.replace(/[.:]+$/, '')),
  width,
  ...rest,
})

const FULL = 'Фамилия, имя и отчество полностью'
const name = (label: string, also: string, need: true | string): Field =>
  field('name', label, `фио | фамилия, имя, отчество | фамилия имя отчество | ${also}`, 34, { need, hint: FULL })
const nameParts: readonly Field[] = [
  field('surname', 'Фамилия', '', 18, { need: 'name' }),
  field('givenName', 'Имя', '', 16),
  field('patronymic', 'Отчество', 'отчество (при наличии)', 18),
]
const BORN = 'д.р. | др | д/р | дата рожд. | дата рождения ребенка | родился | рождение | число, месяц, год рождения'
const person: readonly Field[] = [
  field('sex', 'Пол', '', 6, { choices: ['ж', 'м'], hint: 'Без отчества заполнить обязательно' }),
  field('bornOn', 'Дата рождения', BORN, 15, { hint: 'ДД.ММ.ГГГГ' }),
  field('snils', 'СНИЛС', 'страховой номер | снилс № | номер снилс | № снилс', 16, { hint: '11 цифр' }),
]
const from = (label: string, also: string, hint: string): Field => field('from', label, `с | с даты | ${also}`, 13, { hint })
const YEAR_START = 'Пусто — с начала года'

const CLASS = 'название класса | наименование класса | классы | класс, литера | класс (группа)'
const classOf = (rest: Partial<Field> = {}): Field => field('class', 'Класс', CLASS, 9, { need: true, hint: '7А', ...rest })
/** The class in two columns, as regional systems write it: «Параллель» 7 and «Литера» А, or «Класс» 7 and «Буква» А. */
const gradeOfClass = field('gradeOfClass', 'Параллель', 'параллель класса | номер класса | № класса | год обучения', 9, {
  hint: '7, если буква в столбце «Литера»',
  partOf: 'class',
})
const letter = (whole: string): Field =>
  field('letter', 'Литера', 'буква | литера класса | буква класса | литер', 8, {
    hint: 'А, если в столбце с классом только номер',
    partOf: whole,
  })
const classParts: readonly Field[] = [gradeOfClass, letter('class')]
const SUBJECT =
  'учебный предмет | предметы | учебные предметы | дисциплина | наименование предмета | предмет (курс) | учебный курс'
const subject = field('subject', 'Предмет', SUBJECT, 26, { need: true })
const area = field('area', 'Предметная область', 'область | предметные области', 30)
const grades = field('grades', 'Параллели', 'классы | класс | параллель | для классов', 11, { hint: '1–4; пусто — вся школа' })
const shift = field('shift', 'Смена', 'смена обучения', 8, { choices: ['1', '2', '3'] })
const HOURS = 'часы | часов | кол-во часов | количество часов | количество часов в неделю | нагрузка | час/нед | ч/нед'
const hours = field('hours', 'Часов в неделю', HOURS, 10)

const PUPIL = 'ученик | фио ученика | обучающийся | фио обучающегося | учащийся | фио учащегося'
const HOMEROOM = 'кл. руководитель | кл. рук. | классный рук. | фио классного руководителя'
const TEACHER = 'фио учителя | преподаватель | фио преподавателя | педагог | фио педагога'
const STAFF = 'сотрудник | фио сотрудника | учитель | педагог | фио педагога | работник'
const PARENT =
  'родитель | родители | фио родителей | фио родителя (законного представителя) | законный представитель | представитель | фио законного представителя'
const RELATIONS = 'мать,отец,опекун,попечитель,усыновитель,мачеха,отчим,бабушка,дедушка,брат,сестра,организация,иное'

/** Which columns a list of each kind may have. */
export const fields: { readonly [K in Kind]: readonly Field[] } = {
  classes: [
    classOf(),
    field('teacher', 'Классный руководитель', `${HOMEROOM} | классное руководство`, 34, { hint: FULL }),
    shift,
    field('days', 'Учебная неделя', 'учебных дней | дней в неделю', 9, { choices: ['5', '6'] }),
    field('combined', 'Класс-комплект', 'комплект | объединенный класс', 14, {
      hint: 'Одно название у классов, что учатся вместе',
    }),
    ...classParts,
  ],
  homerooms: [
    classOf(),
    name('Классный руководитель', `${HOMEROOM} | учитель`, true),
    from('Назначен с', 'назначен', YEAR_START),
    ...classParts,
  ],
  holidays: [
    field('kind', 'Вид', 'вид дня | тип', 14, { choices: ['каникулы', 'праздник', 'рабочий день', 'карантин'] }),
    field('title', 'Название', 'наименование | каникулы | праздник | период | событие', 30, { need: true }),
    field('from', 'С', 'начало | дата начала | дата | с даты | начало каникул | день', 13, { need: true, hint: 'ДД.ММ.ГГГГ' }),
    field('to', 'По', 'конец | окончание | дата окончания | до | по дату | окончание каникул', 13, { hint: 'Пусто — один день' }),
    grades,
    field('like', 'По расписанию', 'по расписанию дня | за какой день', 15, { hint: 'Для рабочего дня: «понедельник»' }),
  ],
  curriculum: [
    area,
    subject,
    field('part', 'Часть плана', 'часть | часть учебного плана', 14, { choices: ['обязательная', 'школьная', 'внеурочная'] }),
    field('grade', 'Параллель', 'класс | классы', 11, { hint: '7' }),
    hours,
    field('profile', 'Профиль', 'профиль обучения', 18),
    field('groups', 'Групп', 'подгрупп | деление на группы | количество групп', 8, { hint: '2, если класс делится' }),
    letter('grade'),
  ],
  students: [
    classOf(),
    name(
      'ФИО',
      `${PUPIL} | фамилия, имя | фамилия имя | фамилия, имя обучающегося | фамилия, имя, отчество обучающегося`,
      'name',
    ),
    ...nameParts,
    ...person,
    field('languages', 'Иностранные языки', 'иностранный язык | изучаемый язык | изучаемые иностранные языки', 20),
    from('Зачислен с', 'дата зачисления | зачислен', 'Пусто — с дня, выбранного при загрузке'),
    ...classParts,
  ],
  load: [
    name('Учитель', TEACHER, true),
    subject,
    classOf({ hint: '7А; несколько — через запятую' }),
    field('group', 'Группа', 'подгруппа | группы', 10, { hint: '1 или 2; пусто — весь класс' }),
    hours,
    from('С', 'назначен с', YEAR_START),
    ...classParts,
  ],
  staff: [
    name('ФИО', STAFF, 'name'),
    ...nameParts,
    field('position', 'Должность', 'должности | занимаемая должность', 30, {
      need: true,
      hint: 'Несколько — через точку с запятой',
    }),
    field('category', 'Категория', 'квалификационная категория | кв. категория', 16),
    ...person,
    from('Работает с', 'дата приема | принят | дата приема на работу', YEAR_START),
  ],
  guardians: [
    field('student', 'Ученик', `ребенок | фио ребенка | ${PUPIL}`, 34, {
      need: true,
      hint: 'ФИО как в списке класса',
    }),
    classOf({ need: undefined, hint: 'Чтобы не спутать однофамильцев' } as Partial<Field>),
    name('ФИО родителя', PARENT, 'name'),
    ...nameParts,
    field('relation', 'Кем приходится', 'родство | степень родства | статус | отношение | кто', 16, {
      need: true,
      choices: RELATIONS.split(','),
    }),
    ...person,
    field('livesWith', 'Живёт с ребёнком', 'живет с ребенком | проживает вместе', 11, { choices: ['да', 'нет'] }),
    field('informed', 'Получает сведения', 'можно сообщать | получает информацию', 11, { choices: ['да', 'нет'] }),
    ...classParts,
  ],
  subgroups: [
    classOf(),
    subject,
    field('group', 'Группа', 'подгруппа | № группы | номер группы | название группы', 10, { need: true, hint: '1 или 2' }),
    name('Ученик', `${PUPIL} | фамилия, имя`, true),
    from('В группе с', '', 'Пусто — с дня, выбранного при загрузке'),
    ...classParts,
  ],
  subjects: [
    { ...subject, also: [...subject.also, 'название', 'наименование'] },
    field('short', 'Сокращение', 'краткое название | сокращенно | кратко', 14, { hint: 'Алг.' }),
    area,
    field('part', 'Часть плана', 'часть | часть учебного плана', 14, { choices: ['обязательная', 'школьная'] }),
  ],
  rooms: [
    field('name', 'Кабинет', 'номер | № кабинета | номер кабинета | название | помещение | аудитория', 18, { need: true }),
    field('capacity', 'Мест', 'вместимость | количество мест | число мест | посадочных мест', 8),
    field('purpose', 'Назначение', 'вид | тип | профиль | вид кабинета', 24),
  ],
  terms: [
    field(
      'term',
      'Период',
      'учебный период | четверть | четверти | триместр | полугодие | модуль | название | наименование',
      18,
      {
        need: true,
        hint: '1 четверть, 2 триместр, 1 полугодие, 3 модуль',
      },
    ),
    field('from', 'С', 'начало | дата начала | с даты | начало периода', 13, { need: true, hint: 'ДД.ММ.ГГГГ' }),
    field('to', 'По', 'конец | окончание | дата окончания | по дату | окончание периода', 13, { need: true, hint: 'ДД.ММ.ГГГГ' }),
    { ...grades, hint: '1–9; пусто — как у таких периодов сейчас, а если их нет — вся школа' },
  ],
  bells: [
    shift,
    grades,
    field('weekdays', 'Дни недели', 'день недели | дни | день', 14, { need: true, hint: 'пн–пт' }),
    field('number', 'Урок', '№ урока | номер урока | номер | уроки | №', 8, { need: true }),
    field('start', 'Начало', 'начало урока | время | время урока | время начала', 10, { need: true, hint: '8:30' }),
    field('end', 'Конец', 'конец урока | окончание | окончание урока | время окончания', 10, { hint: '9:10' }),
  ],
}

/** The fields that stand in templates, exports and files of the rows to be corrected. */
export const wholeFields = (kind: Kind): Field[] => fields[kind].filter(({ partOf }) => partOf === undefined)
