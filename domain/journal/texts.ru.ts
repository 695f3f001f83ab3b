import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'

/** A long topic or task would push the rest of its sentence off the screen. */
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text)

export const refusals = {
  'journal.termLocked': () => 'Период закрыт, записи в нём больше не меняются. Если нужна правка, обратитесь к завучу.',
  'journal.cancelled': () => 'Урок отменён, записывать в него нечего.',
  'journal.notYet': ({ date }: RefusalParams) =>
    `Урок ${dayAndMonth(String(date))} ещё не состоялся: отметки и пропуски ставят с его дня.`,
  'journal.notInGroup': ({ date }: RefusalParams) => `${dayAndMonth(String(date))} ученик не числился в этом классе или группе.`,
  'journal.changedMeanwhile': ({ by, value }: RefusalParams) =>
    `Пока вы вводили, здесь уже записали ${value ? `«${shortened(String(value))}»` : 'пустое значение'}${by ? ` (${by})` : ''}. Выберите, что оставить.`,
  'journal.noTerm': () => 'В этом учебном году для класса ещё не заданы периоды.',
}

export const sentences = {
  'journal.myDay': () => 'открыл(а) «Мой день»',
  'journal.courses': () => 'открыл(а) список журналов',
  'journal.page': () => 'открыл(а) страницу журнала',
  'journal.topics': () => 'открыл(а) темы и задания',
  'journal.setTopic': ({ topic }: { topic: string }) => (topic ? `записал(а) тему «${topic}»` : 'стёр(ла) тему урока'),
  'journal.setNote': () => 'записал(а) служебную заметку к уроку',
  'journal.unfilled': () => 'посмотрел(а) незаполненные уроки',
  'journal.unfilledLessons': () => 'посмотрел(а) незаполненные уроки учителя',
}
