import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { PersonSubject } from '#domain/access/actor.ts'
import type { Output } from '#domain/operations.ts'
import { fullName } from '#domain/people/names.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { AccessCard } from './AccessCard.tsx'
import styles from './Card.module.css'
import { ContactsCard } from './ContactsCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import { GuardiansCard } from './GuardiansCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { PositionsCard } from './PositionsCard.tsx'
import { StaysCard } from './StaysCard.tsx'
import * as texts from './texts.ru.ts'

export type PersonCard = Output<'people.card'>

/** What the predicates of the permission table need to know about the person of a card. */
export const subjectOf = (card: PersonCard): PersonSubject => ({
  kind: 'person',
  personId: card.personId,
  classes: card.classes,
})

/** One person: everything the school keeps of them, and what may be done about it. */
export default function PersonScreen() {
  const { personId = '' } = useParams<{ personId: string }>()
  const { data: card, error, refetch } = useQuery('people.card', { personId })
  const can = useCan()
  const [merging, setMerging] = useState(false)
  if (!card)
    return <Page title={texts.list.title}>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />}</Page>
  const name = fullName(card.person)
  const mayMerge = can('people.merge', subjectOf(card)) && card.mergedInto === null
  return (
    <Page
      title={name}
      subtitle={<Link href="/school/people">{texts.list.title}</Link>}
      actions={mayMerge && <Button onClick={() => setMerging(true)}>{texts.card.merge}</Button>}
    >
      {card.mergedInto && (
        <Notice kind="note">
          {texts.card.merged} <Link href={`/school/people/${card.mergedInto}`}>{texts.card.toKept}</Link>
        </Notice>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <FactsCard card={card} onSaved={refetch} />
          <ContactsCard card={card} onSaved={refetch} />
          <StaysCard card={card} onSaved={refetch} />
        </div>
        <div className={styles.column}>
          <GuardiansCard card={card} onSaved={refetch} />
          <PositionsCard card={card} onSaved={refetch} />
          <AccessCard card={card} />
          <HistoryCard card={card} />
        </div>
      </div>
      {merging && <MergeDialog card={card} onMerged={refetch} onClose={() => setMerging(false)} />}
    </Page>
  )
}
