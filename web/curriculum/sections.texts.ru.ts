/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const planTitle = 'Учебный план'
export const planSection = 'Учебный план'
export const planAbout = 'Часы по предметам и классам, профили, кабинеты'
export const subjectsTitle = 'Предметы'
export const roomsTitle = 'Кабинеты'
export const loadTitle = 'Учебная нагрузка'
export const loadSection = 'Нагрузка'
export const loadAbout = 'Кто, где и сколько часов ведёт; вакансии'
