/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const title = 'Согласия'
export const about = 'Отдельный документ на каждую цель: кто согласился, отказался, кого не спрашивали.'
export const sheet = {
  title: 'Бланк согласия',
}
export const mine = {
  title: 'Согласия',
}
