/** «Уведомление» of S1 Приложение 2, eight to a sheet, to be cut along the lines: a slip has a place of its own and is never broken. */
export const slipSheets = `
#let d = json("data.json")
#let codes = json("codes.json").map(svg => image(bytes(svg), format: "svg", width: 22mm))
#let soft = luma(70)
#set page(paper: "a4", margin: (x: 10mm, top: 17mm, bottom: 13mm))
#set text(font: "PT Sans", size: 8.5pt, lang: "ru", region: "RU", hyphenate: false)
#set par(justify: false, leading: 0.45em, spacing: 1.3mm)
#let mono(size, body) = text(font: "DejaVu Sans Mono", size: size, body)
#let lines(height, body) = block(height: height, clip: true, body)

#let slip(s) = block(width: 100%, height: 66mm, inset: (x: 4mm, y: 3mm), clip: true, {
  place(top + right, codes.at(s.code))
  block(width: 100% - 25mm, height: 25mm, clip: true, {
    lines(5.4mm, text(size: 7pt, fill: soft, d.school))
    text(weight: "bold", tracking: 0.06em, upper(d.heading))
    parbreak()
    text(size: if s.name.len() > 90 { 8.5pt } else { 10pt }, weight: "bold", s.name)
    parbreak()
    text(size: 8pt, fill: soft, s.about)
  })
  text(size: 8pt, hyphenate: true, s.said)
  v(0.4mm)
  grid(
    columns: (auto, 1fr), column-gutter: 2mm, row-gutter: 1.2mm, align: bottom + left,
    ..s.values.enumerate().map(((i, (label, value))) => (
      text(fill: soft, label),
      if i == 0 { value } else if i == 1 { mono(9pt, value) } else { mono(10.5pt, strong(value)) },
    )).flatten(),
  )
  if s.scan != "" { strong(s.scan) }
  if s.classes != "" { v(0.6mm); lines(6.4mm, text(size: 8pt, s.classes)) }
  place(bottom, block(width: 100%, {
    text(size: 7pt, fill: soft, s.foot)
    v(1mm)
    grid(
      columns: (auto, 1fr, auto, auto), column-gutter: 1.5mm, align: bottom,
      text(size: 8pt, d.position), line(length: 100%, stroke: 0.3pt), text(size: 8pt, d.headName), text(size: 8pt, d.date),
    )
  }))
})

#for own in d.sheets {
  let pages = own.slips.chunks(8)
  for (i, part) in pages.enumerate() {
    page(
      header: grid(
        columns: (auto, 1fr, auto), column-gutter: 5mm, align: bottom,
        text(size: 11pt, weight: "bold", own.title), own.teacher,
        text(fill: soft, own.pages.at(i)),
      ),
      header-ascent: 2mm,
      grid(columns: (1fr, 1fr), stroke: (thickness: 0.25mm, paint: luma(140), dash: "dashed"), ..part.map(slip)),
    )
  }
}
`

export const slipsFile = (className: string) => (className ? `уведомления ${className}.pdf` : 'уведомления.pdf')
