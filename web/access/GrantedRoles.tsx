import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import type { Grant } from './capabilities.ts'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import { GrantRoleDialog } from './GrantRoleDialog.tsx'
import { roleName } from './roleName.ts'
import * as texts from './roles.texts.ru.ts'

/** Who holds what role by which order, from when to when. */
export function GrantedRoles({ roles, onChanged }: { roles: Output<'access.roles'>; onChanged: () => void }) {
  const { today } = useMe()
  const can = useCan()
  const keeps = can('access.grantRole', { kind: 'school' })
  const [past, setPast] = useState(false)
  const [open, setOpen] = useState<'grant' | Grant | null>(null)
  const isPast = ({ to }: Grant) => to !== null && to < today
  const columns: Column<Grant>[] = [
    { key: 'name', label: texts.granted.columns.name, value: ({ name }) => name },
    { key: 'role', label: texts.granted.columns.role, value: (grant) => roleName(grant, roles.customRoles) },
    {
      key: 'from',
      named: true,
      label: texts.granted.columns.from,
      value: ({ from }) => from,
      cell: ({ from }) => numericDate(from),
    },
    {
      key: 'to',
      named: true,
      label: texts.granted.columns.to,
      value: ({ to }) => to,
      cell: (grant) => (
        <>
          {grant.to ? numericDate(grant.to) : '—'}
          {isPast(grant) ? ` (${texts.granted.past})` : grant.from > today ? ` (${texts.granted.future})` : ''}
        </>
      ),
    },
    {
      key: 'order',
      named: true,
      label: texts.granted.columns.order,
      value: ({ orderNumber, orderDate }) =>
        texts.granted.order(orderNumber, orderDate ? numericDate(orderDate) : '') || texts.granted.noOrder,
    },
    ...(keeps
      ? [
          {
            key: 'actions',
            label: texts.granted.columns.actions,
            value: () => null,
            cell: (grant: Grant) =>
              !isPast(grant) && (
                <Button
                  size="s"
                  aria-label={texts.granted.endOf(grant.name, roleName(grant, roles.customRoles))}
                  onClick={() => setOpen(grant)}
                >
                  {texts.granted.end}
                </Button>
              ),
          },
        ]
      : []),
  ]
  const close = () => {
    setOpen(null)
    onChanged()
  }
  return (
    <>
      <DataTable
        label={texts.granted.list}
        rows={roles.grants.filter((grant) => past || !isPast(grant))}
        columns={columns}
        rowKey={({ grantId }) => grantId}
        searchLabel={texts.granted.search}
        tools={
          <>
            {keeps && (
              <Button kind="primary" onClick={() => setOpen('grant')}>
                {texts.granted.grant}
              </Button>
            )}
            <Button
              icon={<IconPrinter size={17} stroke={1.7} aria-hidden />}
              onClick={() => window.open('/api/print/roles', '_blank', 'noopener')}
            >
              {texts.granted.print}
            </Button>
            <CheckboxField label={texts.granted.showPast} checked={past} onChange={setPast} />
          </>
        }
        empty={<EmptyState title={texts.granted.empty} text={texts.granted.emptyText} />}
      />
      {open === 'grant' && <GrantRoleDialog roles={roles} onClose={close} />}
      {open !== null && open !== 'grant' && (
        <EndRoleDialog grant={open} role={roleName(open, roles.customRoles)} onClose={close} />
      )}
    </>
  )
}
