import type { Kind } from './kinds.ts'
import { kindNames } from './texts.ru.ts'

/** Why a row is left out, by the code of its problem; the value is what stands in the cell. */
export const problems: Record<string, (value: string) => string> = {
  missing: () => 'ячейка пуста',
  tooLong: () => 'слишком длинный текст',
  notDay: (value) => `«${value}» — не дата; напишите, например, 01.09.2026`,
  bornWrong: (value) => `день рождения не может быть ${value}`,
  notSnils: (value) => `«${value}» — не СНИЛС: нужно 11 цифр`,
  shortened: (value) =>
    `Excel сократил число до «${value}»: расширьте столбец или сделайте его текстовым и сохраните файл заново`,
  snilsSum: (value) => `в СНИЛС «${value}» ошибка: контрольное число не сходится`,
  snilsOfOther: (value) => `такой СНИЛС уже записан у другого человека: ${value}`,
  otherSnils: () => 'у этого человека записан другой СНИЛС',
  notClass: (value) => `«${value}» — не класс; напишите, например, 7А`,
  unknownClass: (value) => `класса «${value}» в этом году нет; сначала загрузите классы`,
  letterMissing: (value) =>
    `указан только номер класса${value ? `, а в этой параллели есть ${value}` : ', и не один раз'}; допишите букву или на шаге «Столбцы» укажите, где «Литера»`,
  otherClass: (value) => `ученик учится в классе ${value}; перевод оформляют в книге движения`,
  departed: (value) => `ученик выбыл ${value}; возвращение оформляют в книге движения`,
  otherGroup: (value) => `ученик уже в группе «${value}»`,
  afterYear: () => 'день позже конца учебного года',
  notGrades: (value) => `«${value}» — не классы; напишите, например, 1–4`,
  notHours: (value) => `«${value}» — не часы; напишите, например, 3 или 0,5`,
  notTime: (value) => `«${value}» — не время урока; напишите начало 8:30 и конец 9:10`,
  notNumber: (value) => `«${value}» — не подходящее число`,
  notYesNo: (value) => `«${value}» — нужно «да» или «нет»`,
  notSex: (value) => `«${value}» — нужно «ж» или «м»`,
  notRelation: (value) => `«${value}» — неизвестно, кем приходится; напишите «мать», «отец», «опекун»`,
  notWeekday: (value) => `«${value}» — не дни недели; напишите «пн–пт»`,
  notTerm: (value) => `«${value}» — не учебный период; напишите «1 четверть», «2 триместр», «1 полугодие»`,
  termLocked: () => 'период закрыт, его даты не меняются',
  termsOverlap: (value) => `пересекается с периодом: ${value}`,
  termNumbers: () => 'периоды нумеруются по порядку дат, начиная с первого',
  lessonsLost: (value) => `проведённые уроки (дней: ${value}) не попали бы ни в один период`,
  notKind: (value) => `«${value}» — такого вида нет`,
  latinLetters: (value) => `в «${value}» русские буквы смешаны с латинскими`,
  nameMissing: (value) => `«${value}» — нужны фамилия и имя`,
  tooManyNames: (value) => `«${value}» — слишком много слов; разнесите фамилию, имя и отчество по трём столбцам`,
  oddName: (value) => `«${value}» — в имени лишние знаки`,
  initialsOnly: (value) => `«${value}» — нужно полное имя, не инициалы`,
  unknownInitials: (value) => `«${value}» — такого сотрудника нет; напишите ФИО полностью или сначала загрузите сотрудников`,
  unknownTeacher: (value) => `«${value}» — такого сотрудника нет; напишите ФИО с отчеством или сначала загрузите сотрудников`,
  severalSame: (value) => `«${value}» — таких людей несколько; укажите дату рождения, СНИЛС или класс`,
  unknownStudent: (value) => `«${value}» — такого ученика нет; сначала загрузите учеников`,
  sexUnknown: () => 'пол не понять без отчества: заполните столбец «Пол»',
  ownGuardian: () => 'человек не может быть родителем самого себя',
  twice: (value) => `то же самое уже в строке ${value}`,
  dates: () => 'последний день раньше первого или слишком далеко от него',
  outsideYear: (value) => `день вне учебного года (${value})`,
  dayTaken: (value) => `эти дни уже заняты: ${value}`,
  likeMissing: () => 'напишите, по расписанию какого дня недели учатся',
}

/** What was put right or understood in a row. */
export const notes: Record<string, (value: string) => string> = {
  latin: (value) => `латинские буквы в «${value}» заменены русскими`,
  leadingZeros: (value) => `СНИЛС ${value} дополнен нулями впереди`,
  excelDate: (value) => `«${value}» прочитано как дата Excel`,
  dayFirst: (value) => `«${value}» прочитано как день, месяц, год; проверьте порядок`,
  monthFirst: () => 'даты записаны по-американски, месяц впереди: прочитаны так',
  titled: (value) => `класс взят из названия списка: ${value}`,
  shouted: (value) => `«${value}» записано обычными буквами`,
  hidden: () => 'строка скрыта в файле, но прочитана',
  formula: () => 'в ячейке формула: взято сохранённое значение',
  bySnils: (value) => `имя отличается, но СНИЛС тот же: ${value}`,
  byInitials: (value) => `понято как ${value}`,
  namesake: (value) => `есть полный тёзка: ${value}; проверьте, не тот же ли это человек`,
  guardianEnded: (value) => `связь с ребёнком завершена ${value}; если она возобновилась, откройте её в карточке ученика`,
  newTeacher: (value) => `сотрудника ещё нет: будет записан учителем — ${value}`,
  newSubject: (value) => `предмета ещё нет: будет добавлен — ${value}`,
  lessonsMove: (value) => `перейдут из другого периода уроки с отметками и темами, дней: ${value}`,
  cutToYear: (value) => `взяты только дни учебного года: ${value}`,
}

/** Words that stand in changes instead of what is stored. */
export const values: Record<string, string> = {
  f: 'ж',
  m: 'м',
  true: 'да',
  false: 'нет',
  federal: 'обязательная',
  school: 'школьная',
  extracurricular: 'внеурочная',
  holiday: 'праздник',
  vacation: 'каникулы',
  workday: 'рабочий день',
  quarantine: 'карантин',
}

/** The file of the rows that were left out. */
export const fixing = { name: 'исправить', place: 'Где было', why: 'Что исправить' }

/** The name of a file without its ending. */
export const fileNameOf = (kind: Kind): string => kindNames[kind]

/** The second sheet of a template. */
export const hints = {
  sheet: { title: 'Как заполнять', headings: ['Столбец', 'Обязательно', 'Что писать'] },
  name: (file: string) => `${file} — шаблон`,
  need: (need: true | string | undefined): string => (need === true ? 'да' : need ? 'да, или по частям' : ''),
  of: ({ hint = '', choices }: { hint?: string; choices?: readonly string[] }): string =>
    [hint, choices ? `Одно из: ${choices.join(', ')}` : ''].filter(Boolean).join('. '),
}
