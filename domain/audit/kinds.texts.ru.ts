import type { ActionKind } from './rules.ts'

export const kindNames: Record<ActionKind, string> = {
  marks: 'Отметки',
  attendance: 'Посещаемость',
  homework: 'Домашние задания',
  lessons: 'Темы и журналы',
  access: 'Входы и доступ',
  people: 'Люди',
  classes: 'Классы и движение',
  learning: 'План и нагрузка',
  year: 'Учебный год',
  consents: 'Согласия',
  school: 'Школа и документы',
  exchange: 'Загрузка и выгрузка',
  log: 'Журнал действий',
}
