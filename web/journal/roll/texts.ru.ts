export const rollTexts = {
  title: (day: string) => `Перекличка: ${day}`,
  lead: 'Отметьте тех, кого нет или кто опоздал. Остальные будут записаны как присутствующие.',
  everybody: 'Все присутствуют',
  save: (there: number, missing: number) => `Записать: на месте ${there}, отмечено ${missing}`,
  clear: 'Сбросить',
  minutes: (name: string) => `${name}, опоздание в минутах`,
  minutesShort: 'мин',
}
