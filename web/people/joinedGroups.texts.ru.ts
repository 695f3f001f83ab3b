import { count } from '#domain/platform/texts.ts'

export const title = 'Группы и подгруппы'
export const none = 'ни в одну'
/** «7А · английский, 1 — 12 учеников» */
export const part = (name: string, students: number) => `${name} — ${count(students, 'ученик', 'ученика', 'учеников')}`
