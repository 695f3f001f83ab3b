import { useMemo } from 'react'
import type { Output } from '#domain/operations.ts'
import { useMe } from '#web/platform/session.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { type Capabilities, capabilitiesOf } from './capabilities.ts'
import * as texts from './roles.texts.ru.ts'
import styles from './Slips.module.css'

type Row = Output<'access.roles'>['people'][number] & { may: Capabilities }

const columns: Column<Row>[] = [
  {
    key: 'name',
    label: texts.matrix.columns.name,
    value: ({ name, position }) => `${name} ${position}`,
    cell: ({ name, position }) => (
      <>
        {name}
        <span className={styles.detail}>{position}</span>
      </>
    ),
  },
  {
    key: 'journals',
    label: texts.matrix.columns.journals,
    value: ({ may, courses }) =>
      may.journals === 'own' ? texts.matrix.journals.own(courses) : texts.matrix.journals[may.journals],
  },
  { key: 'people', label: texts.matrix.columns.people, value: ({ may }) => texts.matrix.people[may.people] },
  { key: 'year', label: texts.matrix.columns.year, value: ({ may }) => texts.matrix.year[may.year] },
  { key: 'class', label: texts.matrix.columns.class, value: ({ homeroomOf }) => homeroomOf.join(', ') || '—' },
  {
    key: 'more',
    label: texts.matrix.columns.more,
    value: ({ may }) => may.rights.map((right) => texts.rightNames[right]).join(', ') || '—',
  },
  {
    key: 'account',
    label: texts.matrix.columns.account,
    value: ({ account }) => (account ? texts.matrix.hasAccount : texts.matrix.noAccount),
    width: 's',
  },
]

/** Person by person, what the roles, the load and the class add up to. [S1 4.1б] */
export function RightsMatrix({ roles }: { roles: Output<'access.roles'>; onChanged: () => void }) {
  const { today } = useMe()
  const rows = useMemo(
    () => roles.people.map((person) => ({ ...person, may: capabilitiesOf(person, roles, today) })),
    [roles, today],
  )
  return (
    <>
      <p>{texts.matrix.lead}</p>
      <DataTable
        label={texts.matrix.list}
        rows={rows}
        columns={columns}
        rowKey={({ personId }) => personId}
        searchLabel={texts.matrix.search}
        empty={<EmptyState title={texts.matrix.empty} />}
      />
    </>
  )
}
