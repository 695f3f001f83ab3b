/** What stands on the hub: loaded with the app. */
export const title = 'Персональные данные'
export const about = 'Реестр обработки: цели, основания, доступ, сроки, где хранится, меры защиты, уведомление.'
export const mineTitle = 'Какие данные хранит школа'
