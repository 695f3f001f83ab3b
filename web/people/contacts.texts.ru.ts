import { contactNames, relationNames } from '#domain/people/texts.ru.ts'
import { count } from '#domain/platform/texts.ts'

export { contactsTitle as title } from './sections.texts.ru.ts'
export { contactNames, relationNames }

export const subtitle = 'Открытие контактов класса записывается в историю: кто и когда смотрел.'
export const off = 'Школа не хранит контакты родителей'
export const offText =
  'Телефоны, почта и адреса выключены в правилах школы и не записываются. Включить их может администратор или директор.'
export const toPolicies = 'Правила школы'
export const noClasses = 'Классов пока нет'
export const className = 'Класс'
export const choose = 'Выберите класс'
export const option = (name: string, students: number) => `${name}, ${count(students, 'ученик', 'ученика', 'учеников')}`
export const before = 'Выберите класс'
export const beforeText = 'Покажем родителей его учеников и то, как с ними связаться.'
export const search = 'Фамилия ученика или родителя'
export const columns = { student: 'Ученик', guardian: 'Родители и законные представители' }
export const apart = 'живёт отдельно'
export const noGuardians = 'не записаны'
export const noContacts = 'не указаны'
export const empty = 'В классе никого нет'
