/** The words of «Уведомление» of S1 Приложение 2, the same on the page that is printed and in the PDF. */

export type Kind = 'staff' | 'student' | 'guardian'
export const about = (kind: Kind, detail: string) =>
  ({ staff: detail || 'сотрудник', student: `ученик, ${detail}`, guardian: `родитель: ${detail}` })[kind]

export const notice = {
  heading: 'Уведомление',
  assigned: 'Вам присвоен индивидуальный пароль для доступа к электронному дневнику и электронному классному журналу',
  invited: 'Вам открыт доступ к электронному дневнику и электронному классному журналу',
  address: 'Адрес',
  login: 'Логин',
  password: 'Пароль на один раз',
  classes: (names: readonly string[]) =>
    names.length > 1
      ? `Для получения сведений об учёбе учеников ${names.join(', ')} классов`
      : `Для получения сведений об учёбе ученика(цы) ${names.join()} класса`,
  scan: 'Наведите камеру телефона на код и придумайте пароль',
  until: (day: string) => `Код действует до ${day} и подходит один раз.`,
  once: 'Пароль подходит один раз: при входе вы придумаете свой.',
  secret: 'Никому не передавайте листок и пароль.',
  signature: (position: string) => position || 'Директор',
}

/** What stands above the slips of a sheet. */
export const sheet = {
  title: (className: string, kinds: readonly Kind[]) =>
    className ? `${className} класс` : kinds.every((kind) => kind === 'staff') ? 'Сотрудники' : 'Без класса',
  teacher: (name: string) => `Классный руководитель: ${name}`,
  number: (number: number, all: number) => `Лист ${number} из ${all}`,
}
