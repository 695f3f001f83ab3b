/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const title = 'Импорт и экспорт'
export const about = 'Загрузка списков из Excel, LibreOffice и CSV, шаблоны, выгрузка'
