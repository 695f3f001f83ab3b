export const order = 'Порядок'
export const usual = 'Порядок: обычный'
export const up = (column: string) => `${column} ↑`
export const down = (column: string) => `${column} ↓`
export const all = (n: number) => `Выбрать всех, кто найден: ${n}`
export const search = 'Поиск по списку'
/** What a field for a number takes; beyond `many` there is no end to be told. */
export const range = (min: number, max: number, many: number) =>
  max >= many ? `Нужно число от ${comma(min)}` : `Нужно число от ${comma(min)} до ${comma(max)}`
const comma = (number: number) => String(number).replace('.', ',')
