import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { snilsText } from '#domain/people/snils.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Tasks } from '#web/tasks/Tasks.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Card.module.css'
import FamilyCheckCard from './FamilyCheckCard.tsx'
import { MyTabs } from './MyTabs.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { RequestCard } from './RequestCard.tsx'
import * as texts from './texts.ru.ts'

export type MyPerson = Output<'people.me'>['people'][number]

/** What the school keeps of me and of my children, and what I have asked to be changed. */
export default function MeScreen() {
  const { data, error, refetch } = useQuery('people.me', {})
  const withdraw = useCommand('people.withdrawRequest')
  const [reporting, setReporting] = useState<MyPerson | null>(null)
  // The card of the diary leads here with whom it is about.
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get('report'))
  const about = reporting ?? data?.people.find(({ personId }) => personId === asked) ?? null
  const close = () => {
    setReporting(null)
    setAsked(null)
  }
  const takeBack = async (requestId: string) => {
    try {
      await withdraw.run({ requestId })
      toast(texts.requests.withdrawn)
      refetch()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  return (
    <Page controls={<MyTabs />} title={texts.me.title} subtitle={texts.me.lead} width="narrow">
      <Tasks />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      <FamilyCheckCard />
      {data?.people.map((person) => (
        <PersonSheet key={person.personId} person={person} onReport={() => setReporting(person)} />
      ))}
      {data && data.keeps.length === 0 && <p className={styles.missing}>{texts.me.notKept}</p>}
      {data && data.requests.length > 0 && (
        <>
          <h2>{texts.requests.mine}</h2>
          {data.requests.map((request) => (
            <RequestCard key={request.requestId} request={request} linked={false}>
              {request.state === 'open' && (
                <Button busy={withdraw.running} onClick={() => void takeBack(request.requestId)}>
                  {texts.requests.withdraw}
                </Button>
              )}
            </RequestCard>
          ))}
        </>
      )}
      {data && about && <ReportDialog person={about} keeps={data.keeps} onSent={refetch} onClose={close} />}
    </Page>
  )
}

function PersonSheet({ person, onReport }: { person: MyPerson; onReport: () => void }) {
  const { fields } = texts
  const { bornOn, snils, foreignLanguages } = person.person
  const rows: [string, string][] = [
    [fields.bornOn, bornOn ? numericDate(bornOn) : ''],
    [fields.snils, snils ? snilsText(snils) : ''],
    ...(person.className ? [[fields.foreignLanguages, foreignLanguages] as [string, string]] : []),
    ...person.contacts.map(({ kind, value }) => [texts.contactNames[kind], value] as [string, string]),
    ...(person.own ? [] : person.guardians.map(({ name, relation }) => [texts.me.relation(relation), name] as [string, string])),
  ]
  return (
    <Card title={person.name} note={person.own ? texts.me.you : person.className}>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={`${label} ${value}`} className={styles.pair}>
            <dt>{label}</dt>
            <dd className={value ? undefined : styles.missing}>{value || texts.card.none}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.foot}>
        <Button onClick={onReport}>{texts.me.report}</Button>
      </div>
    </Card>
  )
}
