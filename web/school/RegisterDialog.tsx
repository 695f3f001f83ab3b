import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DataTable } from '#web/ui/DataTable.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import type { Act } from './ActsScreen.tsx'
import * as texts from './texts.ru.ts'

/** «С приказом ознакомлены»: who has read the act, and when. */
export function RegisterDialog({ act, onClose }: { act: Act; onClose: () => void }) {
  const { school } = useMe()
  const { data, error, refetch } = useQuery('school.acknowledgements', { actId: act.actId })
  return (
    <Dialog
      title={`${texts.acts.registerTitle}: ${act.title}`}
      shape="wide"
      onClose={onClose}
      footer={<Button onClick={() => window.print()}>{texts.acts.print}</Button>}
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data && (
        <DataTable
          label={texts.acts.registerTitle}
          rows={data.people}
          rowKey={({ personId }) => personId}
          searchLabel={texts.acts.search}
          columns={[
            { key: 'name', label: texts.acts.person, value: ({ name }) => name },
            { key: 'position', label: texts.acts.position, value: ({ position }) => position, hideOnPhone: true },
            { key: 'at', label: texts.acts.when, value: ({ at }) => (at ? moment(at, school.timeZone) : texts.acts.notYet) },
          ]}
          empty={<EmptyState title={texts.acts.none} />}
        />
      )}
    </Dialog>
  )
}
