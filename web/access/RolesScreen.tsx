import { useSearch } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { CustomRoles } from './CustomRoles.tsx'
import { GrantedRoles } from './GrantedRoles.tsx'
import { RightsMatrix } from './RightsMatrix.tsx'
import { RightsTable } from './RightsTable.tsx'
import * as texts from './roles.texts.ru.ts'

const views = { granted: GrantedRoles, rights: RightsTable, matrix: RightsMatrix, own: CustomRoles } as const
const addressOf = (view: keyof typeof views) => (view === 'granted' ? '/school/roles' : `/school/roles?view=${view}`)

/** Roles by order, the school's own roles, and who may what. [S1 3.1, S1 4.1б, S4 Р9] */
export default function RolesScreen() {
  const asked = new URLSearchParams(useSearch()).get('view')
  const view = asked !== null && Object.hasOwn(views, asked) ? (asked as keyof typeof views) : 'granted'
  const { data, error, refetch } = useQuery('access.roles', {})
  const View = views[view]
  return (
    <Page title={texts.title} subtitle={texts.lead}>
      <div>
        <SegmentedTabs
          label={texts.tabs.label}
          tabs={(['granted', 'rights', 'matrix', 'own'] as const).map((one) => ({
            href: addressOf(one),
            label: texts.tabs[one],
          }))}
          current={addressOf(view)}
        />
      </div>
      {data ? (
        <View roles={data} onChanged={refetch} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Page>
  )
}
