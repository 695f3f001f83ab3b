import { fullDate } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'
import type { GroupKind, InconsistencyKind, MovementKind } from './rules.ts'

const day = (date: unknown): string => (date ? fullDate(String(date)) : '')

/** «3 отметки и 2 пропуска» */
const written = ({ marks, absences }: RefusalParams): string =>
  [
    Number(marks) > 0 ? count(Number(marks), 'отметка', 'отметки', 'отметок') : '',
    Number(absences) > 0 ? count(Number(absences), 'запись о посещении', 'записи о посещении', 'записей о посещении') : '',
  ]
    .filter(Boolean)
    .join(' и ')

export const refusals = {
  'classes.nameTaken': ({ name }: RefusalParams) => `«${name}» в этом учебном году уже есть. Выберите другое название.`,
  'classes.unknownTeacher': () => 'Этот человек не работает в школе. Классным руководителем может быть только сотрудник.',
  'classes.unknownSubject': () => 'Такого предмета в школе нет. Обновите страницу.',
  'classes.unknownCurriculum': () => 'Такого учебного плана в этом году нет.',
  'classes.unknownClass': () => 'Такого класса в этом учебном году нет.',
  'classes.unknownGroup': () => 'Такой группы у этого класса нет. Обновите страницу.',
  'classes.changedMeanwhile': ({ by }: RefusalParams) =>
    `Пока вы правили, состав изменился${by ? ` (${by})` : ''}. Посмотрите, как теперь, и внесите правку ещё раз.`,
  'classes.notEmpty': ({ students }: RefusalParams) =>
    `Здесь ещё ${count(Number(students), 'ученик', 'ученика', 'учеников')}. Сначала переведите их в другой класс или группу.`,
  'classes.archived': () => 'Этот класс в архиве. Верните его из архива, чтобы зачислять учеников.',
  'classes.outsideYear': ({ from, to }: RefusalParams) =>
    `Дата должна быть в пределах учебного года: с ${day(from)} по ${day(to)}.`,
  'classes.termClosed': ({ term }: RefusalParams) =>
    `Дата попадает в закрытый период «${term}». Состав класса в закрытом периоде не меняется: укажите более позднюю дату.`,
  'classes.writtenAfter': ({ since, name, ...rest }: RefusalParams) =>
    `${name ? `${name}: с` : 'С'} ${day(since)} в журнале прежнего класса или группы уже есть ${written(rest)}. Эти записи остались бы у ученика вне списка: укажите более позднюю дату.`,
  'classes.classesNeeded': () => 'Класс-комплект и поток составляют из двух или нескольких классов.',
  'classes.otherYear': () => 'Классы должны быть из одного учебного года.',
  'classes.wholeClasses': () => 'Класс-комплект и поток состоят из целых классов: учеников в них по одному не добавляют.',
  'classes.oneStudent': () => 'Индивидуальный план — для одного ученика из одного класса.',
  'classes.notOfClasses': ({ names }: RefusalParams) => `В этот день не учатся в выбранных классах: ${names}.`,
  'classes.inTwoGroups': ({ name }: RefusalParams) => `${name} попадает в две подгруппы сразу. Оставьте в одной.`,
  'classes.proposeInstead': () =>
    'Состав подгрупп утверждает администратор или завуч. Отправьте им своё предложение — кнопка «Предложить».',
  'classes.decided': () => 'Решение по этому предложению уже принято.',
  'classes.answerNeeded': () => 'Напишите, почему предложение отклонено.',
  'classes.unknownStudent': () => 'Такого человека в школе нет. Сначала заведите его карточку.',
  'classes.alreadyEnrolled': ({ class: name, from }: RefusalParams) =>
    `Ученик уже числится в ${name} с ${day(from)}. Если он меняет класс, оформите перевод.`,
  'classes.notEnrolled': () => 'В этот день ученик не числится ни в одном классе.',
  'classes.sameClass': () => 'Ученик и так в этом классе.',
  'classes.movedLater': ({ on }: RefusalParams) =>
    `У ученика уже есть более поздняя запись о движении — от ${day(on)}. Сначала отмените её.`,
  'classes.neverHere': () => 'Раньше этот ученик в школе не учился. Оформите зачисление.',
  'classes.unknownFile': () => 'Скан не найден. Приложите его ещё раз.',
  'classes.unknownMovement': () => 'Такой записи в книге движения нет или она уже отменена.',
  'classes.laterMovement': ({ on }: RefusalParams) => `После этой записи есть другая — от ${day(on)}. Сначала отмените её.`,
  'classes.writtenSince': ({ since, ...rest }: RefusalParams) =>
    `Отменить нельзя: с ${day(since)} у ученика в журнале уже есть ${written(rest)}.`,
  'classes.yearsOrder': () => 'Новый учебный год должен начинаться позже прежнего.',
  'classes.exceptionNeedsClass': ({ name }: RefusalParams) =>
    `Не сказано, в каком классе останется или продолжит учиться ${name}.`,
}

/** «1, 2 и 3»: classes that learn together. */
export const together = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} и ${names.at(-1)}`

export const groupKindNames: Record<GroupKind, string> = {
  subgroup: 'Подгруппа',
  combined: 'Класс-комплект',
  stream: 'Поток',
  individual: 'Индивидуальный план',
  elective: 'Группа по выбору',
  extracurricular: 'Внеурочная деятельность',
}

export const movementNames: Record<MovementKind, string> = {
  enrol: 'Зачисление',
  transfer: 'Перевод в другой класс',
  depart: 'Выбытие',
  return: 'Возвращение',
  promote: 'Перевод в следующий класс',
  promoteConditionally: 'Условный перевод',
  retain: 'Оставлен на повторное обучение',
  graduate: 'Окончание школы',
}

export const inconsistencyTexts: Record<InconsistencyKind, (what: { className: string; on: string | null }) => string> = {
  nowhere: ({ className, on }) =>
    `не числится ни в одном классе${on ? ` с ${day(on)}` : ''}${className ? `, раньше — ${className}` : ''}; о выбытии записи нет`,
  twoClasses: ({ className }) => `числится сразу в двух классах: ${className}`,
  subgroupWithoutClass: ({ className }) => `состоит в группе «${className}», но не в её классе`,
  withoutSubgroup: ({ className }) => `не входит ни в одну подгруппу: ${className}`,
  enrolmentWithoutMovement: ({ className, on }) => `${className}: состав изменился ${day(on)}, а записи в книге движения нет`,
  movementWithoutEnrolment: ({ className, on }) =>
    `в книге движения есть запись от ${day(on)}, а в списке ${className} этого не видно`,
  departedWithAccount: ({ className, on }) =>
    `выбытие${className ? ` из ${className}` : ''} — ${day(on)}, а учётная запись ещё открыта`,
}

type Named = { name?: string; letter?: string; grade?: number; on?: string }
const on = ({ on: date }: Named): string => (date ? ` с ${day(date)}` : '')

export const sentences = {
  'classes.list': () => 'открыл(а) списки классов',
  'classes.places': () => 'запросил(а) номера учеников в списках классов',
  'classes.overview': () => 'открыл(а) классы и группы',
  'classes.card': () => 'открыл(а) карточку класса',
  'classes.create': ({ grade, letter }: Named) => `завёл(завела) класс ${grade ?? ''}${letter ?? ''}`,
  'classes.change': () => 'изменил(а) карточку класса',
  'classes.archive': () => 'убрал(а) класс или группу в архив',
  'classes.restore': () => 'вернул(а) класс или группу из архива',
  'classes.setHomeroom': ({ from }: { from?: string }) => `назначил(а) классного руководителя${on({ on: from })}`,
  'classes.createGroup': ({ name }: Named) => `завёл(завела) группу «${name}»`,
  'classes.changeGroup': () => 'изменил(а) группу',
  'classes.setMembers': ({ from }: { from?: string }) => `изменил(а) состав группы${on({ on: from })}`,
  'classes.ownPlan': () => 'открыл(а) индивидуальный план ученика',
  'classes.setOwnSubjects': ({ from }: { from?: string }) => `изменил(а) предметы индивидуального плана${on({ on: from })}`,
  'classes.setGroupRegime': () => 'изменил(а) режим индивидуального плана',
  'classes.setSubgroups': ({ from }: { from?: string }) => `разделил(а) класс на подгруппы${on({ on: from })}`,
  'classes.proposeSubgroups': () => 'предложил(а) состав подгрупп',
  'classes.withdrawProposal': () => 'отозвал(а) предложение о подгруппах',
  'classes.acceptProposal': () => 'утвердил(а) состав подгрупп',
  'classes.declineProposal': () => 'отклонил(а) предложение о подгруппах',
  'classes.candidates': () => 'искал(а), кого зачислить',
  'classes.enrol': (input: Named) => `зачислил(а) ученика${on(input)}`,
  'classes.transfer': (input: Named) => `перевёл(перевела) ученика в другой класс${on(input)}`,
  'classes.depart': (input: Named) => `отметил(а) выбытие ученика${on(input)}`,
  'classes.return': (input: Named) => `зачислил(а) вернувшегося ученика${on(input)}`,
  'classes.correctMovement': () => 'исправил(а) запись в книге движения',
  'classes.attachOrder': ({ fileId }: { fileId?: string | null }) =>
    fileId === null ? 'убрал(а) скан приказа из книги движения' : 'приложил(а) скан приказа к книге движения',
  'classes.cancelMovement': () => 'отменил(а) запись в книге движения',
  'classes.movement': () => 'открыл(а) книгу движения учащихся',
  'classes.inconsistencies': () => 'проверил(а) списки на несоответствия',
  'classes.promotionPlan': () => 'открыл(а) план перевода в следующий класс',
  'classes.promote': () => 'перевёл(перевела) классы в новый учебный год',
}
