import { useEffect, useState } from 'react'
import type { Input, Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import type { PersonDraft } from './personDraft.ts'

export type Similar = Output<'people.similar'>['similar'][number]

/** Who of the school may be the person being typed, a moment after the typing stops. */
export function useSimilar(draft: PersonDraft | null): readonly Similar[] {
  const [asked, setAsked] = useState<Input<'people.similar'> | null>(null)
  const wanted = draft?.surname.trim() && draft.givenName.trim() ? JSON.stringify(inputOf(draft)) : ''
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted ? JSON.parse(wanted) : null), 400)
    return () => clearTimeout(timer)
  }, [wanted])
  const { data } = useQuery('people.similar', asked ?? { surname: '-', givenName: '-' }, { enabled: asked !== null })
  return asked && wanted === JSON.stringify(asked) ? (data?.similar ?? []) : []
}

const inputOf = ({ surname, givenName, patronymic, bornOn, snils }: PersonDraft): Input<'people.similar'> => ({
  surname: surname.trim(),
  givenName: givenName.trim(),
  ...(patronymic.trim() ? { patronymic: patronymic.trim() } : {}),
  ...(bornOn ? { bornOn } : {}),
  ...(snils.trim() ? { snils: snils.trim() } : {}),
})
