import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { CustomRoleDialog } from './CustomRoleDialog.tsx'
import * as texts from './roles.texts.ru.ts'

type Roles = Output<'access.roles'>
export type CustomRole = Roles['customRoles'][number]

/** Roles that the school makes for itself, out of rights to read. [S4 Р9] */
export function CustomRoles({ roles, onChanged }: { roles: Roles; onChanged: () => void }) {
  const { today } = useMe()
  const can = useCan()
  const keeps = can('access.addCustomRole', { kind: 'school' })
  const [open, setOpen] = useState<'new' | CustomRole | null>(null)
  const holders = (role: CustomRole) =>
    roles.grants.filter(({ customRoleId, to }) => customRoleId === role.roleId && (to === null || to >= today)).length
  const columns: Column<CustomRole>[] = [
    {
      key: 'name',
      label: texts.own.columns.name,
      value: ({ name, archived }) => (archived ? `${name} (${texts.own.archived})` : name),
    },
    {
      key: 'rights',
      label: texts.own.columns.rights,
      value: ({ rights }) => rights.map((right) => texts.rightNames[right]).join(', ') || texts.own.noRights,
    },
    {
      key: 'people',
      label: texts.own.columns.people,
      value: (role) => holders(role),
      cell: (role) => (holders(role) > 0 ? texts.own.holders(holders(role)) : texts.own.nobody),
    },
    ...(keeps
      ? [
          {
            key: 'actions',
            label: texts.own.columns.actions,
            value: () => null,
            cell: (role: CustomRole) => (
              <Button size="s" aria-label={texts.own.changeOf(role.name)} onClick={() => setOpen(role)}>
                {texts.own.change}
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
  const add = keeps && (
    <Button kind="primary" onClick={() => setOpen('new')}>
      {texts.own.add}
    </Button>
  )
  return (
    <>
      <p>{texts.own.lead}</p>
      <DataTable
        label={texts.own.list}
        rows={roles.customRoles}
        columns={columns}
        rowKey={({ roleId }) => roleId}
        tools={add}
        empty={<EmptyState title={texts.own.empty} text={texts.own.emptyText} />}
      />
      {open && <CustomRoleDialog role={open === 'new' ? null : open} onClose={close} />}
    </>
  )
}
