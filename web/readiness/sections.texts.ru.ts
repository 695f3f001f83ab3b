/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const board = {
  title: 'Готовность к учебному году',
  about: 'Что заполнено к 5 сентября, чего не хватает и где это внести',
}
export const paper = {
  title: 'Отказ от бумажных журналов',
  about: 'Условия по письму АП-147/07 и решение директора',
}
export const usage = {
  title: 'Статистика журнала',
  about: 'Кто пользуется журналом и сколько в него вносят',
}
