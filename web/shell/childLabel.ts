type Named = { name: string; className: string }

/** A child among the person's own: «Иван · 7Б», with the surname where two have one given name. `name` is «Иван Петров». */
export function childLabel(child: Named, all: readonly Named[]): string {
  const given = givenOf(child)
  const alone = all.filter((one) => givenOf(one) === given).length < 2
  return [alone ? given : child.name, child.className].filter(Boolean).join(' · ')
}

const givenOf = ({ name }: Named): string => name.replace(/ \S+$/, '')
