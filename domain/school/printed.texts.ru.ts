/** Lists with students that go to paper. */
export const printNames = {
  absentees: 'список отсутствующих',
  journal: 'страницу журнала',
  topics: 'темы и задания журнала',
  totals: 'итоги журнала',
  movement: 'книгу движения',
  classPeople: 'список класса',
  contacts: 'контакты класса',
  class: 'карточку класса',
  consents: 'согласия класса',
  diary: 'неделю дневника',
}
export type PrintKind = keyof typeof printNames
