import { count } from '#domain/platform/texts.ts'
import type { Audience, Presence, Standing, Topic } from './rules.ts'

export const topicNames: Record<Topic, string> = {
  personalData: 'Защита персональных данных',
  journal: 'Работа с электронным журналом',
  other: 'Другая тема',
}
export const presenceNames: Record<Presence, string> = { present: 'присутствовал(а)', absent: 'не было' }
export const standingNames: Record<Standing, string> = {
  missing: 'не пройдено',
  expired: 'срок истёк',
  expiring: 'скоро истекает',
  done: 'действует',
}
export const audienceNames: Record<Audience, string> = {
  staff: 'Все сотрудники с доступом к журналу',
  teachers: 'Учителя',
  homeroom: 'Классные руководители',
  newStaff: 'Новые сотрудники',
  parents: 'Родители класса',
  students: 'Ученики класса',
  named: 'Только выбранные люди',
}

export const refusals = {
  'training.notYet': () => 'Занятие ещё не началось: отмечать можно в день занятия и позже.',
  'training.cancelled': () => 'Занятие отменено. Верните его, если оно всё-таки состоится.',
  'training.held': () => 'На занятии уже отмечены присутствующие: отменить его нельзя.',
  'training.present': () => 'Вы отмечены на занятии: подтверждать ознакомление не нужно.',
  'training.ahead': () => 'Сегодня занятие: приходите. Если вас на нём не будет, подтвердить ознакомление можно после него.',
  'training.noMaterials': () => 'К этому занятию ничего не приложено: ознакомиться не с чем. Спросите того, кто его проводил.',
  'training.notInvited': () => 'Среди отмеченных есть человек, которого нет в списке занятия. Обновите список.',
  'training.nobody': () => 'Приглашать некого: в этом списке никого нет. Выберите другой список или людей.',
  'training.unknown': () => 'Ведущего, документа или приглашённого нет в школе. Выберите из списка ещё раз.',
  'training.link': () => 'Ссылка должна начинаться с https:// или http://.',
  'training.changedMeanwhile': () => 'Пока вы правили, это изменил другой человек. Посмотрите, что получилось, и повторите.',
}

export const sentences = {
  'training.list': () => 'открыл(а) план обучения',
  'training.sheet': () => 'открыл(а) список участников занятия',
  'training.people': () => 'открыл(а) список для приглашения на занятие',
  'training.mine': () => 'открыл(а) своё обучение',
  'training.standings': () => 'открыл(а) сведения об инструктажах',
  'training.register': () => 'открыл(а) журнал учёта инструктажа',
  'training.plan': ({ title }: { title: string }) => `запланировал(а) занятие «${title}»`,
  'training.change': ({ title }: { title: string }) => `изменил(а) занятие «${title}»`,
  'training.cancel': ({ cancelled }: { cancelled: boolean }) =>
    cancelled ? 'отменил(а) занятие' : 'вернул(а) отменённое занятие',
  'training.invite': () => 'дополнил(а) список участников занятия',
  'training.leaveOut': () => 'убрал(а) участника из списка занятия',
  'training.mark': ({ marks }: { marks?: readonly unknown[] }) =>
    `отметил(а) присутствие на занятии${Array.isArray(marks) ? `: ${count(marks.length, 'человек', 'человека', 'человек')}` : ''}`,
  'training.acquaint': () => 'ознакомился(лась) с материалами занятия',
  'training.remind': () => 'напомнил(а) об инструктаже',
}
