import { IconBellRinging, IconCircleCheck } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { dayAndMonth, moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Tasks } from '#web/tasks/Tasks.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import * as texts from './texts.ru.ts'
import { useRemind } from './useRemind.ts'

type Teacher = Output<'journal.unfilled'>['teachers'][number]

const labels = texts.overview.columns
const columns: readonly Column<Teacher>[] = [
  { key: 'teacher', label: labels.teacher, value: ({ name }) => name, width: 'l' },
  { key: 'lessons', label: labels.lessons, value: ({ lessons }) => lessons, numeric: true },
  { key: 'noTopic', label: labels.noTopic, value: ({ noTopic }) => noTopic, numeric: true },
  { key: 'noRollCall', label: labels.noRollCall, value: ({ noRollCall }) => noRollCall, numeric: true },
  {
    key: 'oldest',
    label: labels.oldest,
    value: ({ oldest }) => oldest,
    cell: ({ oldest }) => oldest && dayAndMonth(oldest),
    numeric: true,
  },
]

/** For head and deputies: whose journals have fallen behind; a row opens the lessons, and whoever is behind may be reminded. */
export default function OverviewScreen() {
  const { data, error, refetch } = useQuery('journal.unfilled', {}, { keep: true })
  const { school, today } = useMe()
  const [, navigate] = useLocation()
  const reminds = useCan()('journal.remind', { kind: 'school' })
  const { remind, takeBack, sent, running } = useRemind(refetch)
  const waiting = data?.teachers.filter(({ reminded, open }) => open > 0 && reminded?.on !== today).length ?? 0
  const all: readonly Column<Teacher>[] = [
    ...columns,
    {
      key: 'reminded',
      label: labels.reminded,
      value: ({ reminded }) => reminded?.at ?? '',
      cell: ({ reminded }) =>
        reminded &&
        texts.overview.remindedOn(reminded.on === today ? null : reminded.on, moment(reminded.at, school.timeZone), reminded.by),
      named: true,
      width: 'm',
    },
    ...(reminds
      ? [
          {
            key: 'remind',
            label: labels.remind,
            value: () => '',
            cell: ({ personId, name, open, reminded }: Teacher) => {
              const reminderId = sent.get(personId)
              const [word, run] =
                reminderId && reminded?.on === today
                  ? [texts.overview.takeBack, () => takeBack([reminderId])]
                  : [texts.overview.remind, () => remind([personId])]
              return (
                (reminderId || (open > 0 && reminded?.on !== today)) && (
                  <Button size="s" aria-label={`${word}: ${name}`} busy={running} onClick={() => void run()}>
                    {word}
                  </Button>
                )
              )
            },
          },
        ]
      : []),
  ]
  return (
    <Page
      title={texts.overview.title}
      subtitle={
        data && data.teachers.length > 0
          ? texts.overview.total(
              data.teachers.length,
              data.teachers.reduce((sum, { lessons }) => sum + lessons, 0),
            )
          : texts.overview.subtitle
      }
    >
      <Tasks />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <DataTable
          label={texts.overview.title}
          rows={data.teachers}
          columns={all}
          rowKey={({ personId }) => personId}
          searchLabel={data.teachers.length > 0 ? texts.overview.search : undefined}
          tools={
            reminds &&
            data.teachers.length > 0 && (
              <Button
                icon={<IconBellRinging size={17} stroke={1.7} aria-hidden />}
                busy={running}
                disabled={waiting === 0}
                onClick={() => void remind(null)}
              >
                {texts.overview.remindAll(waiting)}
              </Button>
            )
          }
          onOpen={({ personId }) => navigate(`/overview/${personId}`)}
          empty={
            <Card>
              <EmptyState
                icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />}
                title={texts.overview.clear}
                text={texts.overview.clearText}
              />
            </Card>
          }
        />
      )}
    </Page>
  )
}
