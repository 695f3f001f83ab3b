/** What stands in the navigation: loaded with the app, unlike the words of the page. */
export const title = 'Кто отсутствует'
export const short = 'Отсутствуют'
