import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'

const weak: Record<string, string> = {
  short: 'нужно не меньше восьми знаков',
  common: 'этот пароль слишком известный, его подбирают первым',
  login: 'пароль не должен повторять логин или имя',
  same: 'новый пароль совпадает с прежним',
}

export const refusals = {
  'access.signedOut': () => 'Войдите, чтобы продолжить. Всё, что вы ввели, сохранено на этом устройстве.',
  'access.denied': () => 'Этой страницы нет или она вам не открыта.',
  'access.locked': () => 'Журнал заблокирован, потому что им долго не пользовались. Введите пароль.',
  'access.mustChangePassword': () => 'Сначала смените одноразовый пароль на свой.',
  'access.wrongLoginOrPassword': () => 'Неверный логин или пароль.',
  'access.wrongPassword': () => 'Неверный пароль.',
  'access.tooManyAttempts': ({ seconds }: RefusalParams) =>
    `Слишком много попыток входа. Попробуйте через ${count(Number(seconds), 'секунду', 'секунды', 'секунд')}.`,
  'access.blocked': () => 'Учётная запись закрыта. Обратитесь к администратору школы.',
  'access.weakPassword': ({ reason }: RefusalParams) =>
    `Придумайте другой пароль: ${weak[String(reason)] ?? 'этот слишком простой'}.`,
  'access.hasAccount': () => 'У этого человека уже есть учётная запись.',
  'access.ownAccount': () => 'Собственную учётную запись закрыть нельзя: это сделает другой администратор.',
  'access.foreignRequest': () => 'Запрос пришёл с чужой страницы и не выполнен.',
  'access.busy': () => 'Сейчас входит очень много людей. Попробуйте ещё раз через несколько секунд.',
}

export const sentences = {
  'access.signIn': () => 'вошёл(ла) в журнал',
  'access.signOut': () => 'вышел(ла) из журнала',
  'access.lock': () => 'заблокировал(а) журнал',
  'access.unlock': () => 'разблокировал(а) журнал паролем',
  'access.changePassword': () => 'сменил(а) пароль',
  'access.me': () => 'открыл(а) журнал',
  'access.sessions': () => 'посмотрел(а) список своих входов',
  'access.revokeSession': () => 'завершил(а) один из своих входов',
  'access.accounts': () => 'посмотрел(а) список учётных записей',
  'access.createAccount': () => 'создал(а) учётную запись',
  'access.resetPassword': () => 'выдал(а) новый одноразовый пароль',
  'access.blockAccount': () => 'закрыл(а) учётную запись',
  'access.unblockAccount': () => 'снова открыл(а) учётную запись',
}

export const roleNames = { head: 'Директор', deputyHead: 'Заместитель директора', administrator: 'Администратор' } as const
