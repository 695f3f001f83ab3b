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
  'journal.ownPlan': ({ date }: RefusalParams) =>
    `${dayAndMonth(String(date))} ученик занимался этим предметом по индивидуальному плану: его отметки — в журнале плана.`,
  'journal.changedMeanwhile': ({ by, value }: RefusalParams) =>
    `Пока вы вводили, здесь уже записали ${value ? `«${shortened(String(value))}»` : 'пустое значение'}${by ? ` (${by})` : ''}. Выберите, что оставить.`,
  'journal.remindedToday': ({ name, by, at }: RefusalParams) =>
    `${name}: напоминание сегодня уже отправлено${at ? ` в ${at}` : ''}${by ? ` (${by})` : ''}. Напомнить ещё раз можно завтра.`,
  'journal.allReminded': () => 'Всем, кто отстал, сегодня уже напомнили. Напомнить ещё раз можно завтра.',
  'journal.nothingToRemind': () => 'Напоминать не о чем: всё, что ещё можно заполнить за последние 30 дней, заполнено.',
  'journal.reminderSent': () => 'Прошло больше минуты, напоминание уже у учителя.',
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
  'journal.remind': ({ personIds }: { personIds?: readonly string[] | null }) =>
    personIds?.length === 1 ? 'напомнил(а) учителю заполнить журнал' : 'напомнил(а) учителям заполнить журнал',
  'journal.takeBackReminders': () => 'отменил(а) напоминание учителям',
}
