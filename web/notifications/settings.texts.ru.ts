import type { NoticeKind, NoticeWay } from '#domain/notifications/rules.ts'
import { count, plural } from '#domain/platform/texts.ts'

export const lead = 'О чём и когда вам сообщать. Всё, о чём сообщают, видно в колокольчике вверху.'
export const ofWork = 'Работа и просьбы'
export const requests = 'Просьбы к школе'
export const own = 'Мои отметки'
export const kinds: Record<NoticeKind, { title: string; about: string }> = {
  marks: { title: 'Отметки', about: 'Новые и изменённые' },
  absences: { title: 'Пропуски и опоздания', about: 'Как только их отметит учитель' },
  homework: { title: 'Домашние задания', about: 'В дневнике они видны сразу и без уведомления' },
  answers: { title: 'Ответы на просьбы', about: 'Когда решат то, о чём вы просили школу' },
  tasks: { title: 'Задачи', about: 'Решить, проверить, заполнить, ознакомиться' },
}
export const ways: Record<NoticeWay, string> = { now: 'Сразу', daily: 'Раз в день', off: 'Не нужно' }
export const asSchool = 'Как принято в школе'
export const safety = 'Безопасность учётной записи'
export const safetyAbout = 'Вход с нового устройства'
export const always = 'Всегда и сразу'
export const saved = 'Сохранено'
export const when = 'Когда сообщать'
export const daily = 'Сводка за день приходит в'
export const quiet = 'Тихие часы'
export const quietHint = 'Уведомление подождёт утра. О безопасности учётной записи сообщим и ночью.'
export const quietFrom = 'Не беспокоить с'
export const quietTo = 'Не беспокоить до'
export const hour = (hour: number) => `${hour}:00`
export const schoolTime = (city: string) => `Время школы${city ? ` (${city})` : ''}.`
export const delay = (minutes: number) =>
  `О записи в журнале сообщаем через ${count(minutes, 'минуту', 'минуты', 'минут')}: учитель успевает исправить описку.`
export const waiting = (n: number) =>
  `${plural(n, 'Ждёт', 'Ждут', 'Ждут')} своего часа: ${count(n, 'уведомление', 'уведомления', 'уведомлений')}.`
export const here = {
  title: 'На этом устройстве',
  about: 'Уведомления появятся поверх других окон, пока дневник открыт хотя бы в одной вкладке.',
  why: 'Закрытая вкладка молчит: для этого сведения о ребёнке пришлось бы передавать через посторонние серверы, а школа их никому не передаёт.',
  show: 'Показывать на этом устройстве',
  stop: 'Больше не показывать',
  on: 'На этом устройстве уведомления показываются.',
  began: 'Уведомления будут показываться на этом устройстве',
  ended: 'На этом устройстве больше не показываем',
  denied: 'Браузер запретил уведомления этому сайту. Разрешите их в настройках браузера и вернитесь сюда.',
  impossible: 'Этот браузер показывать уведомления не умеет. Они всегда есть в колокольчике.',
}
export const ofClass = {
  lead: 'Сколько родителей вошли в дневник и о чём им сообщать. Кто что выбрал, не показывается.',
  pick: 'Класс',
  signedIn: 'Вошли в дневник',
  of: (done: number, all: number) => `${done} из ${all}`,
  kinds: 'О чём сообщают родителям',
  kindsNote: 'за каждого ребёнка отдельно',
  columns: { kind: 'О чём', now: 'Сразу', daily: 'Раз в день', off: 'Не сообщают' },
  absent: 'Ещё не входили',
  columnsOfAbsent: { name: 'Родитель', students: 'Чей родитель', account: 'Доступ' },
  has: 'выдан',
  hasNot: 'не выдан',
  leaflet: 'Напечатать памятку',
  access: 'Доступ класса',
  everybody: 'Все родители класса вошли в дневник',
  nobody: 'Родителей в списке класса ещё нет',
  nobodyText: 'Когда их внесут, здесь будет видно, кто вошёл в дневник.',
  search: 'Найти родителя',
}
