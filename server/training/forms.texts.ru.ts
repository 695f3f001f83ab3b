/** Forms in words and in Typst. The data come as JSON: nothing that a person has typed is ever part of a template. */

const page = `
#let d = json("data.json")
#set page(paper: "a4", margin: (left: 20mm, right: 10mm, top: 15mm, bottom: 18mm),
  footer: context [#set text(size: 8pt); #d.printed #h(1fr) #counter(page).display() / #counter(page).final().first()])
#set text(font: "PT Sans", size: 10pt, lang: "ru", region: "RU", hyphenate: false)
#set par(justify: false)
#let cell = table.cell
#let head(..words) = table.header(repeat: true, ..words.pos().map(word => cell(fill: luma(235), strong(word))))
#let title(name) = align(center)[
  #text(size: 9pt)[#d.school]
  #v(2mm)
  #text(size: 13pt, weight: "bold")[#name]
]
`

/** Лист регистрации участников: the column for signatures is for the door. */
export const attendanceSheet = `${page}
#title("Лист регистрации участников")
#align(center, text(size: 11pt, d.title))
#v(2mm)
#grid(columns: (auto, 1fr), column-gutter: 3mm, row-gutter: 1.6mm,
  ..d.facts.map(((label, value)) => (text(fill: luma(70), label), value)).flatten())
#v(3mm)
#table(
  columns: (9mm, 1.5fr, 1.2fr, 38mm), stroke: 0.4pt, inset: (x: 1.8mm, y: 2.4mm), align: (center, left, left, left),
  head("№", "Фамилия, имя, отчество", "Должность, класс", "Подпись"),
  ..d.rows.enumerate().map(((i, r)) => (str(i + 1), r.name, r.detail, [])).flatten(),
  ..range(d.rows.len(), d.rows.len() + d.blank).map(i => (str(i + 1), [], [], [])).flatten(),
)
#v(5mm)
Ведущий: #box(width: 40mm, stroke: (bottom: 0.4pt)) #h(2mm) / #d.leader /
`

/** Журнал учёта инструктажа by period, with the columns such journals have. [S4 К8, У13] */
export const instructionRegister = `${page}
#set page(flipped: true)
#title("Журнал учёта инструктажа и обучения")
#align(center)[#d.about]
#v(3mm)
#set text(size: 9pt)
#table(
  columns: (9mm, 20mm, 1.3fr, 1.1fr, 1.5fr, 1.1fr, 26mm, 24mm, 24mm), stroke: 0.4pt, inset: 1.6mm,
  align: (center, left, left, left, left, left, left, left, left),
  head("№", "Дата", "Кого инструктировали", "Должность", "Тема", "Кто проводил", "Как", "Подпись проводившего", "Подпись прошедшего"),
  ..d.rows.enumerate().map(((i, r)) => (str(i + 1), r.on, r.name, r.position, r.title, r.leader, r.way, [], [])).flatten(),
)
#v(5mm)
#d.headPosition #h(1fr) #box(width: 40mm, stroke: (bottom: 0.4pt)) #h(4mm) #d.headName
`

export const facts = { when: 'Когда', where: 'Где', leader: 'Ведёт', topic: 'Тема учёта' }
export const lasting = (minutes: number) => `${minutes} мин`
export const ways = { present: 'очно', acquainted: 'по материалам' }
export const period = (from: string, to: string) => `с ${from} по ${to}`
export const sheetFile = 'лист регистрации.pdf'
export const registerFile = 'журнал учёта инструктажа.pdf'
export const registerSheet = {
  name: 'Инструктаж',
  file: 'журнал учёта инструктажа.xlsx',
  columns: ['Дата', 'Фамилия, имя, отчество', 'Должность', 'Тема', 'Вид', 'Кто проводил', 'Как'],
}
export const standingsSheet = {
  name: 'Сроки',
  columns: [
    'Фамилия, имя, отчество',
    'Должность',
    'Персональные данные: пройдено',
    'действует до',
    'Электронный журнал: пройдено',
    'действует до',
  ],
}
export const forGood = 'бессрочно'
