import { IconCircleCheck, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { classTitle } from './bell.texts.ru.ts'
import styles from './NoticeSettings.module.css'
import * as texts from './settings.texts.ru.ts'

type Informed = Output<'notifications.ofClass'>
const words = texts.ofClass
const columns: readonly Column<Informed['absent'][number]>[] = [
  { key: 'name', label: words.columnsOfAbsent.name, value: ({ name }) => name },
  { key: 'students', label: words.columnsOfAbsent.students, value: ({ students }) => students.join(', '), named: true },
  {
    key: 'account',
    label: words.columnsOfAbsent.account,
    value: ({ account }) => (account ? words.has : words.hasNot),
    named: true,
  },
]

/** Of the class one leads: how many parents have come in, how they are told, and who is to be given the leaflet. [S4 К0б] */
export default function ClassNoticesScreen() {
  const { actor } = useMe()
  const asked = new URLSearchParams(useSearch()).get('class')
  const [classId, setClassId] = useState(asked ?? actor.homeroomOf[0] ?? '')
  const { data, error, refetch } = useQuery('notifications.ofClass', { classId })
  const { data: classes } = useQuery('classes.list', {}, { enabled: actor.homeroomOf.length > 1 })
  const names = new Map(classes?.classes.map((one) => [one.classId, one.name]))
  return (
    <Page
      title={classTitle}
      subtitle={words.lead}
      width="narrow"
      controls={
        actor.homeroomOf.length > 1 && (
          <SelectField
            label={words.pick}
            bare
            value={classId}
            options={actor.homeroomOf.map((id) => ({ value: id, label: names.get(id) ?? '…' }))}
            onChange={setClassId}
          />
        )
      }
      actions={
        <>
          <ButtonLink href="/class-access/leaflet" icon={<IconFileText size={17} aria-hidden />}>
            {words.leaflet}
          </ButtonLink>
          <ButtonLink href={`/class-access?class=${classId}`} kind="quiet">
            {words.access}
          </ButtonLink>
        </>
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && data.guardians === 0 && <EmptyState title={words.nobody} text={words.nobodyText} />}
      {data && data.guardians > 0 && (
        <>
          <Card title={data.className} padded>
            <ProgressBar
              label={words.signedIn}
              value={data.signedIn}
              max={data.guardians}
              told={words.of(data.signedIn, data.guardians)}
            />
          </Card>
          {data.kinds.length > 0 && <Kinds kinds={data.kinds} />}
          {data.absent.length === 0 ? (
            <Card>
              <EmptyState icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />} title={words.everybody} />
            </Card>
          ) : (
            <>
              <h2>{words.absent}</h2>
              <DataTable
                label={words.absent}
                rows={data.absent}
                columns={columns}
                rowKey={({ personId }) => personId}
                searchLabel={data.absent.length > 10 ? words.search : undefined}
                empty={null}
              />
            </>
          )}
        </>
      )}
    </Page>
  )
}

/** How many of them are told of what, never who. */
function Kinds({ kinds }: { kinds: Informed['kinds'] }) {
  return (
    <Card title={words.kinds} note={words.kindsNote}>
      <table className={styles.table} aria-label={words.kinds}>
        <thead>
          <tr>
            <th scope="col">{words.columns.kind}</th>
            <th scope="col">{words.columns.now}</th>
            <th scope="col">{words.columns.daily}</th>
            <th scope="col">{words.columns.off}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, now, daily, off }) => (
            <tr key={kind}>
              <th scope="row">{texts.kinds[kind].title}</th>
              <td>{now}</td>
              <td>{daily}</td>
              <td>{off}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
