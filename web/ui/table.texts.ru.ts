export const order = 'Порядок'
export const usual = 'Порядок: обычный'
export const up = (column: string) => `${column} ↑`
export const down = (column: string) => `${column} ↓`
export const all = (n: number) => `Выбрать всех, кто найден: ${n}`
export const search = 'Поиск по списку'
