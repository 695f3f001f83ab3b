/** What a printed sheet says of itself: who printed it, when, and whether it must be kept from strangers. [S4 К8, У13] */
export const printedBy = (name: string, moment: string) => `Напечатано: ${name}, ${moment}`
export const personalData = 'Содержит персональные данные'
