import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { permissions } from '#domain/permissions.ts'
import { purposeKeys, purposes } from '#domain/processing/purposes.ts'
import { accessText, transferText } from '#domain/processing/sheets.texts.ru.ts'
import { fieldNames, groundNames, purposeNames, termNames } from '#domain/processing/texts.ru.ts'
import { MyTabs } from '#web/people/MyTabs.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { AskDialog } from './AskDialog.tsx'
import styles from './Processing.module.css'
import * as texts from './texts.ru.ts'

type Mine = Output<'processing.mine'>
type Person = Mine['people'][number]

/** «Какие данные о вас хранит школа»: of each person of the family, from the register itself. 152-ФЗ, ст. 14. */
export default function MyProcessingScreen() {
  const { data, error, refetch } = useQuery('processing.mine', {})
  const [asking, setAsking] = useState<{ person: Person; kind: 'access' | 'erase' } | null>(null)
  const { mine } = texts
  const off = (['phone', 'email', 'address'] as const).filter((field) => data?.policies[field] === false)
  return (
    <Page controls={<MyTabs />} title={texts.mineTitle} subtitle={mine.lead} width="narrow">
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <div className={styles.stack}>
          {data.people.map((person) => (
            <PersonCard key={person.personId} person={person} notes={data.notes} onAsk={(kind) => setAsking({ person, kind })} />
          ))}
          {off.length > 0 && <p className={styles.detail}>{mine.notKept(off.map((field) => fieldNames[field]).join(', '))}</p>}
          <Card title={mine.whoKeeps} padded>
            <p>{mine.keeper(data.operator.name, data.operator.address)}</p>
            {data.operator.responsible && (
              <p className={styles.detail}>
                {mine.responsible}: {data.operator.responsible}
              </p>
            )}
            {data.operator.hostingAddress && (
              <p className={styles.detail}>
                {mine.server}: {data.operator.hostingAddress}
              </p>
            )}
          </Card>
          <Card title={mine.rights} padded>
            <p>{mine.rightsText}</p>
          </Card>
        </div>
      )}
      {asking && <AskDialog {...asking} onSent={refetch} onClose={() => setAsking(null)} />}
    </Page>
  )
}

function PersonCard({
  person,
  notes,
  onAsk,
}: {
  person: Person
  notes: Mine['notes']
  onAsk: (kind: 'access' | 'erase') => void
}) {
  const { mine } = texts
  const { actor } = useMe()
  const about = purposeKeys
    .map((key) => {
      // A name alone is kept for every purpose: only what a purpose adds to it makes it one about this person.
      const held = purposes[key].fields.filter((field) => field !== 'name' && person.held.includes(field))
      return { key, held, note: notes.find(({ purpose }) => purpose === key) }
    })
    .filter(({ key, held }) => held.length > 0 && purposes[key].whose.some((one) => person.whose.includes(one)))
  return (
    <Card title={person.name} note={person.own ? mine.you : undefined}>
      <ul className={styles.lines}>
        {about.map(({ key, held, note }) => (
          <li key={key} className={styles.line}>
            <div className={styles.what}>
              <span className={styles.name}>{purposeNames[key]}</span>
              <span>
                {mine.held}: {held.map((field) => fieldNames[field]).join('; ')}
              </span>
              <details className={styles.more}>
                <summary>{mine.more}</summary>
                <p className={styles.detail}>
                  {mine.who}: {accessText(key, { permissions, choices: actor.choices })}
                </p>
                <p className={styles.detail}>
                  {mine.until}: {note?.kept || termNames[purposes[key].term]}
                </p>
                {note && note.transfer !== 'unsaid' && (
                  <p className={styles.detail}>
                    {mine.given}: {transferText(note)}
                  </p>
                )}
                {[...purposes[key].grounds.map((ground) => groundNames[ground]), note?.basis].filter(Boolean).map((one) => (
                  <p key={one} className={styles.detail}>
                    {one}
                  </p>
                ))}
              </details>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button aria-label={`${mine.ask}: ${person.name}`} onClick={() => onAsk('access')}>
          {mine.ask}
        </Button>
        <Button kind="quiet" aria-label={`${mine.erase}: ${person.name}`} onClick={() => onAsk('erase')}>
          {mine.erase}
        </Button>
      </div>
    </Card>
  )
}
