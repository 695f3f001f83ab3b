/** What stands in the navigation and on the hub: loaded with the app, unlike the words of the pages themselves. */
export const setUpTitle = 'Классы и группы'
export const setUpAbout = 'Классы года, классные руководители, подгруппы, потоки, индивидуальные планы'
export const movementTitle = 'Движение учащихся'
export const movementAbout = 'Зачисление, перевод и выбытие с приказами; несоответствия в списках'
export const promotionTitle = 'Перевод в следующий класс'
export const title = 'Классы'
