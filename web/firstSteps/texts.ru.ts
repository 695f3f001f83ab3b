export const title = 'Первые шаги'
export const about = 'Восемь шагов, и школа готова к первому уроку. Шаг за шагом быстрее всего, но к любому можно вернуться.'
export const whole = 'Сделано шагов'
export const progress = (done: number, all: number) => `${done} из ${all}`
export const fill = { card: 'Заполнить', year: 'Открыть учебный год', accounts: 'Выдать доступ' }
export const look = 'Посмотреть'
export const bySheet = 'Загрузить таблицу'
export const byHand = 'Внести вручную'
export const done = 'готово'
export const later = 'можно позже'
export const part = (percent: number) => `${percent} %`
export const soFar = (done: number, all: number) => `Первые шаги: сделано ${done} из ${all}.`
export const onward = (step: string) => `Следующий шаг: ${step.toLowerCase()}`
export const now = (step: string, percent: number) => `Сейчас шаг «${step}»${percent > 0 ? `: готово ${percent} %` : ''}.`
export const below = 'Что осталось, отмечено ниже.'
export const rest = 'Посмотреть, чего не хватает'
export const record = 'Журнал выдачи'
export const allSteps = 'Все шаги'
export const finish = 'Больше не показывать'
export const finished = 'Первые шаги убраны. Всё это есть ниже, на этой же странице.'
export const all = 'Все шаги сделаны. Можно работать.'
export const steps = {
  card: ['Карточка школы', 'Название, реквизиты, руководитель: они стоят в шапке печатных форм'],
  year: ['Учебный год', 'Периоды, каникулы, звонки: от них зависит всё остальное'],
  classes: ['Классы', 'Классы и классные руководители'],
  curriculum: ['Предметы и учебный план', 'Что и сколько часов изучает каждый класс'],
  students: ['Ученики', 'Списки классов'],
  load: ['Учителя и нагрузка', 'Кто какой предмет ведёт: после этого у учителя появляется журнал'],
  guardians: ['Родители', 'Законные представители учеников: им нужен свой вход в дневник'],
  accounts: ['Доступ', 'Логины и одноразовые пароли на листах для классов'],
} as const
