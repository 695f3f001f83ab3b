import type { NoticeKind, NoticeWay } from './rules.ts'

const about: Record<NoticeKind, string> = {
  marks: 'об отметках',
  absences: 'о пропусках',
  homework: 'о домашних заданиях',
  answers: 'об ответах на просьбы',
  tasks: 'о задачах',
}
const ways: Record<NoticeWay, string> = { now: 'сразу', daily: 'раз в день', off: 'не нужны' }

export const refusals = {
  'notifications.notOffered': () => 'Таких уведомлений школа вам не предлагает. Обновите страницу.',
}

export const sentences = {
  'notifications.list': () => 'открыл(а) уведомления',
  'notifications.read': () => 'прочитал(а) уведомления',
  'notifications.settings': () => 'открыл(а) настройку уведомлений',
  'notifications.choose': ({ kind, way }: { kind?: NoticeKind; way?: NoticeWay | null }) =>
    kind
      ? `выбрал(а) уведомления ${about[kind]}: ${way ? ways[way] : 'как принято в школе'}`
      : 'выбрал(а), о чём получать уведомления',
  'notifications.setHours': () => 'изменил(а) часы уведомлений',
  'notifications.ofClass': () => 'посмотрел(а), как родители класса получают уведомления',
}
