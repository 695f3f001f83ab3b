/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const title = 'Обучение и инструктажи'
export const about = 'Семинары для сотрудников, родителей и учеников, отметка присутствия, сроки инструктажей.'
export const standings = { title: 'Сроки инструктажей' }
export const sheet = { title: 'Участники занятия' }
export const mine = { title: 'Моё обучение' }
