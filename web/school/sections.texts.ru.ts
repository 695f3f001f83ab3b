/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const hub = {
  title: 'Школа',
  menu: 'Школа',
  about: 'То, что делают несколько раз в году: люди, учебный год, классы, план и нагрузка, доступ.',
}
export const card = {
  title: 'Карточка школы',
  about: 'Названия, реквизиты и шапка печатных форм',
}
export const policies = {
  title: 'Правила школы',
  about: 'Что школа решает сама: сроки, шкалы, доступ. У каждого правила указан его источник',
}
export const acts = {
  title: 'Локальные акты',
  about: 'Положение о журнале, приказы, условия, инструкции и листы ознакомления',
}
