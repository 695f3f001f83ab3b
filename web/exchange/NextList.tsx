import { type Kind, kinds, SIX } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import * as texts from './texts.ru.ts'

/** The list that follows this one among the six, or undefined after the last of them. */
export const nextList = (kind: Kind): Kind | undefined => kinds.slice(0, SIX)[kinds.indexOf(kind) + 1]

/** On to the next of the six lists; nothing after the last. */
export function NextList({ kind }: { kind: Kind }) {
  const next = nextList(kind)
  return (
    next && (
      <ButtonLink kind="primary" href={`/school/import/${next}`}>
        {texts.done.next(kindNames[next])}
      </ButtonLink>
    )
  )
}
