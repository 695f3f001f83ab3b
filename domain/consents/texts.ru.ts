import type { Decision, State } from './rules.ts'

export const stateNames: Record<State, string> = {
  given: 'согласие',
  refused: 'отказ',
  withdrawn: 'отозвано',
  notAsked: 'не спрашивали',
}

export const refusals = {
  'consents.nameTaken': ({ name }: { name?: unknown }) =>
    `Согласие «${name ?? 'с таким названием'}» уже есть. Измените его или назовите новое иначе.`,
  'consents.changedMeanwhile': () => 'Пока вы правили, текст согласия изменился. Посмотрите новый и внесите правку ещё раз.',
  'consents.archived': () => 'Это согласие школа больше не собирает. Верните его из архива или выберите другое.',
  'consents.inFuture': () => 'Дата согласия не может быть в будущем.',
  'consents.notInClass': () => 'Среди отмеченных есть ученик, которого в классе нет. Обновите список.',
  'consents.notGuardian': () => 'Согласие подписал не родитель этого ученика или тогда он им ещё не был.',
  'consents.tooYoung': () => 'За ученика младше 14 лет решают родители.',
  'consents.unknownFile': () => 'Скан не найден. Приложите его ещё раз.',
  'consents.notGiven': () => 'Отозвать можно только данное согласие.',
}

const decided: Record<Exclude<Decision, 'withdrawn'>, string> = { given: 'согласие', refused: 'отказ' }

export const sentences = {
  'consents.purposes': () => 'открыл(а) список согласий',
  'consents.addPurpose': ({ name }: { name: string }) => `добавил(а) согласие «${name}»`,
  'consents.changePurpose': ({ name }: { name: string }) => `изменил(а) согласие «${name}»`,
  'consents.archivePurpose': ({ archived }: { archived: boolean }) =>
    archived ? 'убрал(а) согласие в архив' : 'вернул(а) согласие из архива',
  'consents.report': () => 'открыл(а) отчёт о согласиях',
  'consents.ofClass': () => 'открыл(а) согласия класса',
  'consents.record': ({ state }: { state: 'given' | 'refused' }) => `зарегистрировал(а) ${decided[state] ?? 'согласие'}`,
  'consents.withdraw': () => 'отозвал(а) согласие',
  'consents.mine': () => 'открыл(а) свои согласия',
}
