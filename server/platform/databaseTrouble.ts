const words: Record<string, string> = {
  ECONNREFUSED: 'по этому адресу никто не отвечает',
  ENOENT: 'по этому адресу никто не отвечает',
  ENOTFOUND: 'такого адреса нет, или нет сети',
  EAI_AGAIN: 'такого адреса нет, или нет сети',
  EHOSTUNREACH: 'адрес недостижим',
  ENETUNREACH: 'адрес недостижим',
  ETIMEDOUT: 'сервер базы не отвечает',
  ERR_INVALID_URL: 'адрес записан неверно, нужен вид postgres://имя:пароль@сервер/база',
  '28P01': 'имя или пароль не подходят',
  '28000': 'вход не разрешён',
  '3D000': 'такой базы нет',
  '25006': 'база открыта только для чтения',
  '42501': 'у её пользователя не хватает прав',
  '53100': 'на её диске нет места',
  '53300': 'у неё не осталось свободных подключений',
  '57P01': 'она перезапускается',
  '57P02': 'она перезапускается',
  '57P03': 'она ещё запускается',
}

/** The line to the database is gone: cut in the middle of a statement, or before one that was to go along it. */
export const isLineCut = (error: unknown): boolean =>
  /Connection terminated|Client has encountered a connection error|Client was closed/.test(
    (error as { message?: string }).message ?? '',
  )

/** What is wrong with the database, in words of who runs it: never more than a line, never a password. */
export function databaseTrouble(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (words[code]) return words[code]
  if (/timeout expired/.test(message)) return 'сервер базы не отвечает'
  if (/^SASL/.test(message)) return 'имя или пароль не подходят'
  if (isLineCut(error)) return 'связь оборвалась'
  return message.split('\n')[0] || code || String(error)
}
