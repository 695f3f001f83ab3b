import { fullDate } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'
import type { Capability, Category } from './capabilities.ts'
import { capabilityTexts, categoryTexts } from './rights.texts.ru.ts'

const weak: Record<string, string> = {
  short: 'нужно не меньше восьми знаков',
  common: 'этот пароль слишком известный, его подбирают первым',
  digits: 'дату или телефон легко подобрать, добавьте слова',
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
  'access.wrongLogin': () =>
    'В логине от 3 до 40 знаков: буквы, цифры, точка, дефис, подчёркивание. Первой стоит буква или цифра.',
  'access.wrongStartCode': () => 'Код не подходит. Возьмите его там, где запущена программа: в последней строке со словом «Код».',
  'access.startCodeExpired': () => 'Этот код больше не действует. Новый напечатан там, где запущена программа.',
  'access.schoolIsOpen': () => 'Школа уже открыта. Войдите с её логином и паролем.',
  'access.hasAccount': () => 'У этого человека уже есть учётная запись.',
  'access.ownAccount': () => 'Собственную учётную запись закрыть нельзя: это сделает другой администратор.',
  'access.noAccount': () => 'У кого-то из выбранных ещё нет учётной записи. Сначала создайте её.',
  'access.ended': () => 'Учётная запись завершена. Сначала возобновите её.',
  'access.notEnded': () => 'Эта учётная запись не завершена.',
  'access.issuedByAdministrator': () => 'В вашей школе доступ выдаёт администратор журнала.',
  'access.issuedFromDay': ({ from }: RefusalParams) =>
    `Вы руководите этим классом с ${fullDate(String(from))}. До этого дня доступ выдаёт администратор журнала.`,
  'access.staffByAdministrator': () =>
    'Кто-то из выбранных сам работает в школе. Пароль сотруднику выдаёт только администратор журнала.',
  'access.strangerByAdministrator': () =>
    'Кто-то из выбранных учится в другом классе, или записан родителем только вами, хотя его карточка в школе уже была. Пароль ему выдаст администратор журнала.',
  'access.passwordKnown': () => 'Пароль этой учётной записи узнали посторонние. Сначала выдайте новый, потом откройте её.',
  'access.handedLater': () => 'Этот день ещё не наступил.',
  'access.linkExpired': () =>
    'Ссылка больше не действует: её уже открывали или прошло 14 дней. Попросите новую там, где получили эту.',
  'access.wrongCode': () => 'Код не подходит. Возьмите в приложении новый: каждый код принимается один раз.',
  'access.stepExpired': () => 'Прошло больше пяти минут. Введите логин и пароль ещё раз.',
  'access.passkeyRefused': () => 'Ключ доступа не подошёл. Попробуйте ещё раз или выберите другой способ.',
  'access.hasTotp': () => 'Приложение с кодами уже подключено. Чтобы подключить другое, сначала отключите прежнее.',
  'access.notStarted': () => 'Подключение не начато. Начните заново.',
  'access.notProtected': () => 'Коды восстановления появляются вместе со вторым шагом входа.',
  'access.factorRequired': () =>
    'В вашей школе вход в два шага обязателен. Сначала подключите другой способ, потом отключите этот.',
  'access.mustAcceptTerms': () => 'Сначала примите условия пользования журналом.',
  'access.mustProtect': () => 'Сначала настройте вход в два шага: в вашей школе он обязателен.',
  'access.roleDates': () => 'Последний день роли не может быть раньше первого.',
  'access.ownRole': () => 'Себе роль не назначают. Попросите директора или другого администратора.',
  'access.roleHeld': () => 'Эта роль у человека уже есть в эти дни.',
  'access.roleEnded': () => 'Эта роль уже закончилась.',
  'access.roleArchived': () => 'Этой роли больше нет в списке школы.',
  'access.roleInUse': () => 'Эту роль сейчас кто-то носит. Сначала завершите её у всех.',
  'access.roleNameTaken': () => 'Роль с таким названием уже есть.',
  'access.urgentReason': ({ letters }: RefusalParams) =>
    `Напишите, что случилось и зачем нужна карточка: хотя бы три слова, не меньше ${count(Number(letters), 'буквы', 'букв', 'букв')}.`,
  'access.urgentOff': () =>
    'В вашей школе экстренного доступа нет. Обратитесь к классному руководителю или администратору журнала.',
  'access.urgentNotYours': () => 'Экстренный доступ открыт тем, кто работает с учениками.',
  'access.urgentFactor': () => 'Для экстренного доступа школа просит вход в два шага. Настройте его в разделе «Безопасность».',
  'access.urgentTooMany': ({ most }: RefusalParams) =>
    `За сутки можно открыть не больше ${count(Number(most), 'карточки', 'карточек', 'карточек')}. Обратитесь к директору или администратору журнала.`,
  'access.urgentNotNeeded': () => 'Эта карточка вам и так открыта.',
  'access.urgentStands': () => 'Эта карточка у вас уже открыта.',
  'access.urgentNoPupil': () => 'Этот человек сейчас не учится в школе.',
  'access.urgentEnded': () => 'Экстренный доступ закончился. Если карточка ещё нужна, откройте его снова.',
  'access.ownUrgent': () => 'Собственный экстренный доступ оценивает кто-то другой.',
  'access.remarkNeeded': () => 'Напишите, почему доступ не обоснован.',
  'access.fixedRight': () => 'Это право задано правилами, школа его не меняет.',
  'access.headDecides': () =>
    'Давать права администраторам и самому себе может только директор. Попросите его открыть «Роли и права».',
  'access.lastHolder': () => 'Тогда этого не сможет делать никто. Сначала дайте это право другим.',
  'access.lastAdministrator': () =>
    'Это единственный администратор: без него журнал никто не сможет настроить. Сначала назначьте второго. Если пароль узнали, смените его: на других устройствах вход сразу закончится.',
  'access.changedMeanwhile': ({ by }: RefusalParams) =>
    `Пока вы заполняли, это изменил другой человек${by ? `: ${by}` : ''}. Посмотрите, что получилось, и повторите.`,
  'access.detectedLater': () => 'Время, когда это обнаружили, ещё не наступило.',
  'access.doubleUseAnswered': () => 'На этот вопрос уже ответили. Обновите страницу, чтобы увидеть ответ.',
  'access.supportUnnamed': () => 'Назовите службу поддержки и укажите хотя бы один способ связи: телефон, почту или сайт.',
  'access.supportEmail': () => 'Это не похоже на адрес электронной почты.',
  'access.ticketElsewhere': ({ state }: RefusalParams) =>
    `Обращение уже ${ticketStates[String(state) as keyof typeof ticketStates] ?? 'изменилось'}. Обновите страницу и посмотрите, что с ним.`,
  'access.ticketLater': () => 'Это время ещё не наступило.',
  'access.ticketEarlier': () => 'Обращения тогда ещё не было. Проверьте день и время.',
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
  'access.candidates': () => 'посмотрел(а), у кого есть учётная запись',
  'access.createAccounts': ({ personIds }: { personIds: readonly string[] }) =>
    `создал(а) ${count(personIds.length, 'учётную запись', 'учётные записи', 'учётных записей')}`,
  'access.reissue': ({ personIds }: { personIds: readonly string[] }) =>
    `выдал(а) доступ заново: ${count(personIds.length, 'человеку', 'людям', 'людям')}`,
  'access.classAccounts': () => 'посмотрел(а) доступ своего класса',
  'access.issueInClass': ({ personIds }: { personIds: readonly string[] }) =>
    `выдал(а) доступ в своём классе: ${count(personIds.length, 'человеку', 'людям', 'людям')}`,
  'access.issues': () => 'открыл(а) журнал выдачи',
  'access.handOut': () => 'отметил(а) выдачу листков с паролями',
  'access.handOutInClass': () => 'отметил(а) выдачу листков с паролями',
  'access.activate': () => 'придумал(а) пароль по ссылке',
  'access.leavers': () => 'посмотрел(а), кто больше не в школе',
  'access.endAccounts': ({ accountIds }: { accountIds: readonly string[] }) =>
    `завершил(а) ${count(accountIds.length, 'учётную запись', 'учётные записи', 'учётных записей')}`,
  'access.resumeAccount': () => 'возобновил(а) учётную запись',
  'access.secondStep': () => 'вошёл(ла) в журнал в два шага',
  'access.signIns': () => 'посмотрел(а) свои попытки входа',
  'access.finishWelcome': () => 'просмотрел(а) подсказки первого входа',
  'access.seeDevices': () => 'прочитал(а) о входе с нового устройства',
  'access.secondFactor': () => 'открыл(а) настройки второго шага',
  'access.startTotp': () => 'начал(а) подключать приложение с кодами',
  'access.confirmTotp': () => 'подключил(а) приложение с кодами',
  'access.removeTotp': () => 'отключил(а) приложение с кодами',
  'access.startPasskey': () => 'начал(а) подключать ключ доступа',
  'access.addPasskey': ({ name }: { name: string }) => `подключил(а) ключ доступа «${name}»`,
  'access.removePasskey': () => 'отключил(а) ключ доступа',
  'access.renewRecoveryCodes': () => 'получил(а) новые коды восстановления',
  'access.resetSecondFactor': () => 'снял(а) потерянный второй шаг входа',
  'access.roles': () => 'открыл(а) роли и права',
  'access.grantRole': ({ role }: { role: keyof typeof roleNames }) => `назначил(а) роль «${roleNames[role] ?? '…'}»`,
  'access.endRole': () => 'указал(а) последний день роли',
  'access.addCustomRole': ({ name }: { name: string }) => `добавил(а) роль «${name}»`,
  'access.changeCustomRole': ({ expected }: { expected: { name?: string } }) => `изменил(а) роль «${expected.name ?? '…'}»`,
  'access.rights': () => 'открыл(а), кому что можно',
  'access.setRight': ({ capability, category, allowed }: { capability: Capability; category: Category; allowed: boolean }) =>
    `${allowed ? 'разрешил(а)' : 'запретил(а)'} «${capabilityTexts[capability] ?? '…'}»: ${(categoryTexts[category] ?? '…').toLowerCase()}`,
  'access.urgent': () => 'открыл(а) экстренный доступ',
  'access.findPupils': () => 'искал(а) ученика для экстренного доступа',
  'access.openUrgently': ({ reason }: { reason: string }) => `открыл(а) экстренный доступ к карточке ученика: ${reason}`,
  'access.lookUrgently': () => 'посмотрел(а) карточку ученика по экстренному доступу',
  'access.endUrgent': () => 'закончил(а) экстренный доступ',
  'access.urgentRegister': () => 'открыл(а) список экстренных доступов',
  'access.seeUrgent': () => 'прочитал(а) об экстренных доступах',
  'access.judgeUrgent': ({ justified }: { justified: boolean }) =>
    `отметил(а), что экстренный доступ ${justified ? 'обоснован' : 'не обоснован'}`,
  'access.reportCompromise': () => 'сообщил(а), что пароль узнали другие',
  'access.reportCompromiseOf': () => 'сообщил(а), что чей-то пароль узнали другие',
  'access.compromises': () => 'открыл(а) сообщения о раскрытых паролях',
  // Reports made before tickets named whom.
  'access.tellOfCompromise': ({ whom }: { whom?: 'head' | 'support' }) =>
    whom === 'support' ? 'отметил(а), что поддержка извещена' : 'отметил(а), что директор извещён',
  'access.doubleUses': () => 'посмотрел(а), какими учётными записями пользуются в двух местах',
  'access.answerDoubleUse': ({ answer }: { answer: 'mine' | 'notMine' }) =>
    answer === 'mine'
      ? 'подтвердил(а), что учётной записью пользуется сам(а)'
      : 'сообщил(а), что учётной записью пользуется кто-то ещё',
  'access.settleDoubleUse': () => 'отметил(а), что с входом в двух местах разобрались',
  // No operation of the server: a program on its machine.
  'access.rescue': ({ machine }: { machine: string }) =>
    `снова получил(а) доступ, его вернули на сервере (${machine}): прежний пароль и второй шаг сняты`,
  'access.seeRescues': () => 'прочитал(а) о возврате доступа на сервере',
  'access.support': () => 'открыл(а) контакты поддержки',
  'access.setSupport': () => 'изменил(а) контакты поддержки',
  'access.tickets': () => 'открыл(а) обращения в поддержку',
  'access.openTicket': ({ subject }: { subject: string }) => `создал(а) обращение в поддержку «${subject}»`,
  'access.handTicket': () => 'отметил(а), что обращение передано в поддержку',
  'access.acceptTicket': () => 'отметил(а), что поддержка приняла обращение',
  'access.closeTicket': () => 'закрыл(а) обращение в поддержку',
}

export const ticketStates = {
  created: 'создано',
  handed: 'передано в поддержку',
  accepted: 'принято поддержкой',
  closed: 'закрыто',
} as const

export const roleNames = {
  head: 'Директор',
  deputyHead: 'Заместитель директора',
  administrator: 'Администратор',
  custom: 'Сотрудник',
} as const
