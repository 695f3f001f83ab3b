import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { TimetableNotice } from '#web/calendar/TimetableNotice.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './OverviewScreen.module.css'
import * as texts from './texts.ru.ts'

/** For head and deputies: whose journals have fallen behind. */
export default function OverviewScreen() {
  const { data, error, refetch } = useQuery('journal.unfilled', {}, { keep: true })
  const [search, setSearch] = useState('')
  const { columns } = texts.overview
  const all = data?.teachers ?? []
  const teachers = all.filter(({ name }) => searchForm(name).includes(searchForm(search)))
  return (
    <Page title={texts.overview.title} subtitle={texts.overview.subtitle} width="narrow">
      <TimetableNotice />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && all.length === 0 && (
        <Card>
          <EmptyState
            icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />}
            title={texts.overview.clear}
            text={texts.overview.clearText}
          />
        </Card>
      )}
      {all.length > 0 && (
        <div className={styles.filter}>
          <SearchField label={texts.overview.search} value={search} onChange={setSearch} />
        </div>
      )}
      {all.length > 0 && teachers.length === 0 && <EmptyState title={texts.overview.nobody} />}
      {teachers.length > 0 && (
        <Card>
          <table className={styles.table}>
            <caption className={styles.caption}>
              {texts.overview.total(
                teachers.length,
                teachers.reduce((sum, { lessons }) => sum + lessons, 0),
              )}
            </caption>
            <thead>
              <tr>
                <th scope="col">{columns.teacher}</th>
                <th scope="col">{columns.lessons}</th>
                <th scope="col">{columns.noTopic}</th>
                <th scope="col">{columns.noRollCall}</th>
                <th scope="col">{columns.oldest}</th>
              </tr>
            </thead>
            <tbody>
              {teachers.map(({ personId, name, lessons, noTopic, noRollCall, oldest }) => (
                <tr key={personId}>
                  <th scope="row">{name}</th>
                  <td data-label={columns.lessons}>{lessons}</td>
                  <td data-label={columns.noTopic}>{noTopic}</td>
                  <td data-label={columns.noRollCall}>{noRollCall}</td>
                  <td data-label={columns.oldest}>{oldest && dayAndMonth(oldest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </Page>
  )
}
