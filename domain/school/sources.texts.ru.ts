export type SourceKey = 'education' | 'personal' | 'rate' | 'letter' | 'school67' | 'maisky' | 'school92' | 'duties'

/** A place in a document and, in a few words, what stands there. */
export type Clause = { source: SourceKey; at?: string; says?: string }

type Source = {
  /** How a school names it in a line. */
  short: string
  /** Its full name with date, by which it can be found. */
  full: string
  /** Laws bind; regulations of other schools are examples to compare one's own with. */
  kind: 'law' | 'example'
}

/** The documents the rules of a school come from, in the order of their weight. */
export const policySources: Readonly<Record<SourceKey, Source>> = {
  education: {
    short: 'Закон об образовании',
    full: 'Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»',
    kind: 'law',
  },
  personal: {
    short: 'Закон о персональных данных',
    full: 'Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»',
    kind: 'law',
  },
  rate: {
    short: 'Приказ Минпросвещения о рабочем времени учителей',
    full: 'Приказ Минпросвещения России от 04.04.2025 № 269 — нормы часов педагогической работы за ставку',
    kind: 'law',
  },
  letter: {
    short: 'Письмо Минобрнауки о журналах в электронном виде',
    full: 'Письмо Минобрнауки России от 15.02.2012 № АП-147/07 «О методических рекомендациях по внедрению систем ведения журналов успеваемости в электронном виде»',
    kind: 'law',
  },
  duties: {
    short: 'Функциональные обязанности работников',
    full: '«Функциональные обязанности работников образовательной организации, связанных с ведением электронного журнала»: разделы руководителя, заместителя, классного руководителя, учителя',
    kind: 'example',
  },
  school67: {
    short: 'Положение школы № 67',
    full: 'Положение о работе с электронным журналом/дневником МБОУ СОШ № 67 имени Героя Российской Федерации В. Н. Шатова, утверждено приказом от 01.09.2023',
    kind: 'example',
  },
  maisky: {
    short: 'Положение гимназии № 1 г. Майского',
    full: 'Положение о ведении электронного классного журнала в МКОУ «Гимназия № 1 г. Майского», приложение 2 к приказу от 26.11.2021',
    kind: 'example',
  },
  school92: {
    short: 'Положение школы № 92',
    full: 'Положение об электронном журнале МБОУ «Средняя общеобразовательная школа № 92 с углублённым изучением отдельных предметов»',
    kind: 'example',
  },
}

/** «Положение школы № 67, п. 5.2: адреса и телефоны не вносятся». */
export function clauseText({ source, at, says }: Clause): string {
  const place = [policySources[source].short, at].filter(Boolean).join(', ')
  return says ? `${place}: ${says}` : place
}
