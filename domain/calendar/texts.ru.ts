export const refusals = {
  'calendar.noYear': () => 'Учебный год ещё не открыт.',
}

export const sentences = {
  'calendar.year': () => 'открыл(а) календарь учебного года',
}
