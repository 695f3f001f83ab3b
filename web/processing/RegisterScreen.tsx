import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { permissions } from '#domain/permissions.ts'
import { type FieldKey, switches } from '#domain/processing/fields.ts'
import { emptyNote, missingOf } from '#domain/processing/rules.ts'
import { purposeLines } from '#domain/processing/sheets.texts.ru.ts'
import { switchNames } from '#domain/processing/texts.ru.ts'
import type { PolicyKey } from '#domain/school/policies.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { MissingCard } from './MissingCard.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { OwnPurposeDialog } from './OwnPurposeDialog.tsx'
import { PrintButton } from './PrintButton.tsx'
import styles from './Processing.module.css'
import { ProcessingTabs } from './ProcessingTabs.tsx'
import { PurposeCard } from './PurposeCard.tsx'
import * as texts from './texts.ru.ts'
import { useSaving } from './useSaving.ts'

export type Register = Output<'processing.register'>
export type Own = Register['own'][number]
const switched = Object.entries(switches) as [FieldKey, PolicyKey][]

type Doing = { kind: 'note'; purpose: Register['notes'][number]; name: string } | { kind: 'own'; own: Own | null } | null

/** «Реестр обработки персональных данных»: every purpose with its basis, its data, who has access by the rights in force, how long. */
export default function RegisterScreen() {
  const { data, error, refetch } = useQuery('processing.register', {})
  const { actor } = useMe()
  const can = useCan()
  const keeps = can('processing.setPurpose', { kind: 'school' })
  const [doing, setDoing] = useState<Doing>(null)
  const set = useCommand('processing.setPurpose')
  const { problem, save } = useSaving()
  const put = async ({ purposeId, ...purpose }: Own, archived: boolean) => {
    const done = archived ? texts.register.archivedDone : texts.register.restored
    await save(() => set.run({ purposeId, purpose: { ...purpose, archived }, expected: purpose }), done)
    refetch()
  }
  const archived = data?.own.filter((one) => one.archived) ?? []
  const inUse = data?.own.filter((one) => !one.archived) ?? []
  return (
    <Page
      title={texts.title}
      subtitle={texts.subtitle}
      actions={
        <>
          <PrintButton sheet="register" />
          {keeps && (
            <Button kind="primary" icon={<IconPlus size={17} aria-hidden />} onClick={() => setDoing({ kind: 'own', own: null })}>
              {texts.register.add}
            </Button>
          )}
        </>
      }
    >
      <ProcessingTabs />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <div className={styles.stack}>
          {problem && <Notice kind="bad">{problem}</Notice>}
          <MissingCard
            missing={missingOf(
              data,
              switched.some(([, policy]) => data.policies[policy] === true),
            )}
          />
          <Card title={texts.register.switches} note={<Link href="/school/policies">{texts.register.toPolicies}</Link>}>
            <dl className={styles.facts}>
              {switched.map(([field, policy]) => (
                <div key={field} className={styles.pair}>
                  <dt>{switchNames[policy]}</dt>
                  <dd>{data.policies[policy] ? texts.register.on : texts.register.off}</dd>
                </div>
              ))}
            </dl>
          </Card>
          {purposeLines(data, data.policies, { permissions, choices: actor.choices }).map((line, i) => {
            const own = line.key === null ? inUse.find(({ name }) => name === line.name) : undefined
            return (
              <PurposeCard key={own?.purposeId ?? line.key} line={line} number={i + 1}>
                {keeps && own && (
                  <>
                    <Button aria-label={texts.register.changeOf(own.name)} onClick={() => setDoing({ kind: 'own', own })}>
                      {texts.change}
                    </Button>
                    <Button
                      busy={set.running}
                      aria-label={texts.register.archiveOf(own.name)}
                      onClick={() => void put(own, true)}
                    >
                      {texts.register.archive}
                    </Button>
                  </>
                )}
                {keeps && line.key !== null && (
                  <Button
                    aria-label={texts.register.changeOf(line.name)}
                    onClick={() => {
                      const purpose = line.key!
                      const said = data.notes.find((one) => one.purpose === purpose) ?? { purpose, ...emptyNote }
                      setDoing({ kind: 'note', purpose: said, name: line.name })
                    }}
                  >
                    {texts.change}
                  </Button>
                )}
              </PurposeCard>
            )
          })}
          {archived.length > 0 && (
            <Card title={texts.register.archived}>
              <ul className={styles.lines}>
                {archived.map((own) => (
                  <li key={own.purposeId} className={styles.line}>
                    <span className={styles.what}>{own.name}</span>
                    {keeps && (
                      <Button
                        busy={set.running}
                        aria-label={texts.register.restoreOf(own.name)}
                        onClick={() => void put(own, false)}
                      >
                        {texts.register.restore}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      )}
      {doing?.kind === 'note' && (
        <NoteDialog name={doing.name} said={doing.purpose} onSaved={refetch} onClose={() => setDoing(null)} />
      )}
      {doing?.kind === 'own' && <OwnPurposeDialog own={doing.own} onSaved={refetch} onClose={() => setDoing(null)} />}
    </Page>
  )
}
