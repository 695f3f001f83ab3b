import type { WayToCut } from '#domain/classes/rules.ts'
import { count } from '#domain/platform/texts.ts'

export const title = (className: string, subject: string) => `${className}: подгруппы, ${subject.toLowerCase()}`
export const back = 'К классу'
export const from = 'С какого дня'
export const fromHint = 'Прошедшие уроки сохранят свои списки.'
export const ways: Record<WayToCut, string> = {
  alphabet: 'По алфавиту',
  evenOdd: 'Через одного',
  bySex: 'Мальчики и девочки',
  lastYear: 'Как в прошлом году',
}
export const how = 'Как разложить'
export const proposal = 'Разложить'
export const unplaced = 'Не распределены'
export const allPlaced = 'Все распределены'
export const addGroup = 'Ещё подгруппа'
export const removeGroup = (label: string) => `Убрать подгруппу «${label}»`
export const label = 'Название подгруппы'
export const defaultLabel = (subject: string, n: number) => `${subject.toLowerCase()}, ${n}`
export const people = (n: number) => count(n, 'ученик', 'ученика', 'учеников')
export const move = (name: string) => `Переместить: ${name}`
export const moveTo = (label: string) => `В «${label}»`
export const moved = (name: string, label: string) => `${name}: ${label}`
export const keys = 'Перетащите ученика мышью, или выберите его и нажимайте ← и →: он перейдёт в соседнюю колонку.'
export const touch = 'Нажмите на стрелки рядом с учеником, чтобы перевести его в другую подгруппу.'
export const save = 'Сохранить подгруппы'
export const send = 'Предложить'
export const cancel = 'Отменить изменения'
export const saved = 'Подгруппы сохранены'
export const toLoad = 'Назначить учителей'
export const sent = 'Предложение отправлено администратору и завучу'
export const left = (names: string) => `Ни в одной подгруппе: ${names}`
export const changed = (n: number) => `Изменено: ${count(n, 'ученик', 'ученика', 'учеников')}`
export const mustPropose = 'Состав подгрупп утверждает администратор или завуч: ваше предложение уйдёт им.'
export const noStudents = 'В классе пока нет учеников'
export const noStudentsText = 'Сначала зачислите учеников, потом делите класс на подгруппы.'
export const unknownSubject = 'Такого предмета нет'
