/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const accounts = {
  title: 'Учётные записи',
  menu: 'Учётные записи',
  short: 'Доступ',
}
export const security = {
  title: 'Безопасность',
}
export const password = {
  title: 'Смена пароля',
}
export const issue = {
  title: 'Выдать доступ',
}
export const register = {
  title: 'Выдача доступа',
}
export const leavers = {
  title: 'Кто больше не в школе',
}
export const classAccess = {
  title: 'Доступ класса',
  menu: 'Доступ класса',
  short: 'Доступ',
}
export const list = {
  title: 'Пароль узнали',
  about: 'Кто сообщил, что пароль знают другие, и извещены ли директор и поддержка',
}
export const places = {
  title: 'Вход в двух местах',
}
export const support = {
  title: 'Техническая поддержка',
  about: 'Кому писать и звонить, обращения с номерами и сроками',
}
export const rolesTitle = 'Роли и права'
export const rolesAbout = 'Приказы о назначении, роли школы и кто что может'
export const urgent = {
  title: 'Экстренный доступ',
}
export const urgentRegister = {
  title: 'Экстренные доступы',
  about: 'Кто открывал карточки чужих учеников, зачем и был ли повод',
}
export const leaflet = {
  title: 'Памятка для родителей',
}
