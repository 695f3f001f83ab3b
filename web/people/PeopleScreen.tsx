import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ManyDialog } from './ManyDialog.tsx'
import * as manyTexts from './many.texts.ru.ts'
import { NewPersonDialog } from './NewPersonDialog.tsx'
import { columnsOf } from './peopleColumns.tsx'
import { addressOf, classesIn, type Filter, filtersOf, type Kind, kinds, matching, type Shown, shownOf } from './peopleFilters.ts'
import * as texts from './texts.ru.ts'

const none: ReadonlySet<string> = new Set()
const sheetOf = {
  student: '/school/import/students',
  guardian: '/school/import/guardians',
  staff: '/school/import/staff',
} as const

/** Everybody of the school: students, guardians, staff. */
export default function PeopleScreen() {
  const [, navigate] = useLocation()
  const shown = shownOf(useSearch())
  const { kind } = shown
  const { data, error, refetch } = useQuery('people.list', { kind })
  const can = useCan()
  const { today } = useMe()
  // «Новый ученик» of an enrolment leads here, and back with the card that was written.
  const asked = new URLSearchParams(useSearch())
  const back = asked.get('back')?.startsWith('/school/') ? asked.get('back') : null
  const [adding, setAdding] = useState(asked.has('add') && can('people.create', { kind: 'school' }))
  const [chosen, setChosen] = useState<{ kind: Kind; people: ReadonlySet<string> }>({ kind, people: new Set() })
  const [changing, setChanging] = useState(false)
  const people = data?.people
  const classes = useMemo(() => classesIn(people ?? []), [people])
  const rows = matching(people ?? [], shown)
  const show = (part: Partial<Shown>) => navigate(addressOf({ ...shown, ...part }), { replace: true })
  const school = { kind: 'school' } as const
  const changes = can('people.changeMany', school)
  const selected = chosen.kind === kind ? chosen.people : none
  const select = (people: ReadonlySet<string>) => setChosen({ kind, people })
  return (
    <Page
      controls={
        <SegmentedTabs
          label={texts.list.tabs}
          tabs={kinds.map((one) => ({
            href: addressOf({ kind: one, filter: 'current', classId: '' }),
            label: texts.list.kinds[one],
          }))}
          current={addressOf({ kind, filter: 'current', classId: '' })}
        />
      }
      title={texts.list.title}
      subtitle={people && texts.list.found[kind](rows.length)}
      actions={
        <>
          {people && kind !== 'staff' && (
            <PrintBar
              kind="classPeople"
              about={texts.list.kinds[kind]}
              students={rows.map(({ personId, name }) => ({ studentId: personId, name }))}
              classId={null}
              on={today}
              numbered={kind === 'student'}
            />
          )}
          {can('people.requests', school) && <ButtonLink href="/school/people/requests">{texts.list.requests}</ButtonLink>}
          {can('people.checks', school) && <ButtonLink href="/school/people/checks">{texts.list.checks}</ButtonLink>}
          {changes && <ButtonLink href="/school/people/runs">{manyTexts.runs.link}</ButtonLink>}
          {can('people.create', school) && (kind === 'student' || (kind === 'staff' && changes)) && (
            <Button kind="primary" icon={<IconPlus size={17} aria-hidden />} onClick={() => setAdding(true)}>
              {texts.list.add[kind]}
            </Button>
          )}
        </>
      }
    >
      {!people && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={12} />)}
      {people && <NextStep after={people} />}
      {people && (
        <DataTable
          key={kind}
          label={texts.list.kinds[kind]}
          rows={rows}
          columns={columnsOf[kind]}
          rowKey={({ personId }) => personId}
          searchLabel={texts.list.search[kind]}
          onOpen={({ personId }) => navigate(`/school/people/${personId}`)}
          {...(changes ? { selected, onSelect: select } : {})}
          tools={
            <>
              {kind === 'student' && classes.length > 0 && (
                <SelectField
                  label={texts.list.class}
                  bare
                  value={shown.classId}
                  options={[{ value: '', label: texts.list.everyClass }, ...classes]}
                  onChange={(classId) => show({ classId })}
                />
              )}
              <SelectField
                label={texts.list.show}
                bare
                value={shown.filter}
                options={filtersOf[kind].map((filter) => ({
                  value: filter,
                  label: filter === 'current' ? texts.list.current[kind] : texts.list.filters[filter],
                }))}
                onChange={(filter) => show({ filter: filter as Filter })}
              />
              {selected.size > 0 && <Button onClick={() => setChanging(true)}>{manyTexts.many.open(selected.size)}</Button>}
            </>
          }
          empty={
            <EmptyState
              title={people.length === 0 ? texts.list.none : texts.list.nobody}
              text={people.length === 0 ? texts.list.noneText : texts.list.nobodyText}
              action={
                people.length === 0 &&
                can('exchange.upload', school) && <ButtonLink href={sheetOf[kind]}>{texts.list.bySheet}</ButtonLink>
              }
            />
          }
        />
      )}
      {changing && (
        <ManyDialog
          kind={kind}
          chosen={selected}
          onDone={() => {
            select(none)
            refetch()
          }}
          onClose={() => setChanging(false)}
        />
      )}
      {adding && kind !== 'guardian' && <NewPersonDialog kind={kind} back={back} onClose={() => setAdding(false)} />}
    </Page>
  )
}
