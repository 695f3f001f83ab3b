import { roleNames } from '#domain/access/texts.ru.ts'
import type { Output } from '#domain/operations.ts'

type Roles = Output<'access.roles'>

/** What a granted role is called: one of ours, or the school's own word. */
export const roleName = (
  { role, customRoleId }: Pick<Roles['grants'][number], 'role' | 'customRoleId'>,
  customRoles: Roles['customRoles'],
): string => customRoles.find(({ roleId }) => roleId === customRoleId)?.name ?? roleNames[role]
