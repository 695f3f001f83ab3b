import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { defaultPolicies, type PolicyKey } from '#domain/school/policies.ts'
import { policyValueText as valueText } from '#domain/school/policyValue.texts.ru.ts'
import { clauseText } from '#domain/school/sources.texts.ru.ts'
import { policyTexts } from '#domain/school/texts.ru.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ClauseList } from './ClauseList.tsx'
import { LeftContacts } from './LeftContacts.tsx'
import styles from './PoliciesScreen.module.css'
import { PolicyDialog } from './PolicyDialog.tsx'
import { PolicySources } from './PolicySources.tsx'
import * as texts from './texts.ru.ts'

const groups = ['journal', 'families', 'notices', 'access', 'people', 'classes'] as const
const keys = Object.keys(policyTexts) as PolicyKey[]

/** What the school decides for itself, each with where it comes from and who decided it last. */
export default function PoliciesScreen() {
  const { data, error, refetch } = useQuery('school.settings', {})
  const [search, setSearch] = useState('')
  const [edited, setEdited] = useState<PolicyKey | null>(null)
  const wanted = searchForm(search)
  const shown = keys.filter((key) => {
    const { title, about, clauses } = policyTexts[key]
    return searchForm(`${title} ${about} ${clauses.map(clauseText).join(' ')}`).includes(wanted)
  })
  return (
    <Page title={texts.policies.title} subtitle={texts.policies.intro} width="narrow">
      <SearchField label={texts.policies.search} value={search} onChange={setSearch} />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && shown.length === 0 && <EmptyState title={texts.policies.nothing} text={texts.policies.nothingText} />}
      {data &&
        groups.map((group) => {
          const own = shown.filter((key) => policyTexts[key].group === group)
          if (own.length === 0) return null
          const changed = own.filter((key) => data.policies[key] !== defaultPolicies[key]).length
          return (
            <Card key={group} title={texts.policies.groups[group]} note={changed > 0 ? texts.policies.own(changed) : undefined}>
              <ul>
                {own.map((key) => (
                  <PolicyLine key={key} policy={key} settings={data} onEdit={() => setEdited(key)} />
                ))}
              </ul>
            </Card>
          )
        })}
      {shown.length > 0 && data && <PolicySources />}
      {data && edited && (
        <PolicyDialog policy={edited} value={data.policies[edited]} onSaved={refetch} onClose={() => setEdited(null)} />
      )}
    </Page>
  )
}

function PolicyLine({
  policy,
  settings,
  onEdit,
}: {
  policy: PolicyKey
  settings: Output<'school.settings'>
  onEdit: () => void
}) {
  const may = useCan()('school.setPolicy', { kind: 'school' })
  const { school } = useMe()
  const { title, about, clauses } = policyTexts[policy]
  const value = settings.policies[policy]
  const own = settings.own.find(({ key }) => key === policy)
  const differs = value !== defaultPolicies[policy]
  return (
    <li className={styles.policy}>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.about}>{about}</p>
        <ClauseList clauses={clauses} />
        <LeftContacts key={String(value)} policy={policy} />
        {own && (
          <p className={styles.clause}>
            {own.by
              ? texts.policies.changed(own.by, moment(own.at, school.timeZone))
              : texts.policies.changedByNobody(moment(own.at, school.timeZone))}
          </p>
        )}
      </div>
      <div className={styles.value}>
        <span className={styles.now} data-own={differs || undefined}>
          {valueText(policy, value)}
        </span>
        <span className={styles.default}>
          {differs ? texts.policies.recommended(valueText(policy, defaultPolicies[policy])) : texts.policies.byDefault}
        </span>
        {may && (
          <Button size="s" aria-label={`${texts.policies.edit}: ${title}`} onClick={onEdit}>
            {texts.policies.edit}
          </Button>
        )}
      </div>
    </li>
  )
}
