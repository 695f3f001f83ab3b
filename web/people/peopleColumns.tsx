import { numericDate } from '#domain/platform/dateTexts.ts'
import type { Column } from '#web/ui/DataTable.tsx'
import type { Kind, Listed } from './peopleFilters.ts'
import * as texts from './texts.ru.ts'

const { columns } = texts.list

const name: Column<Listed> = { key: 'name', label: columns.name, value: (one) => one.name, width: 'l' }
const born: Column<Listed> = {
  key: 'born',
  label: columns.born,
  value: (one) => one.bornOn,
  cell: (one) => (one.bornOn ? numericDate(one.bornOn) : ''),
  width: 'm',
}
const account: Column<Listed> = {
  key: 'account',
  label: columns.account,
  value: (one) => texts.list.accounts[one.account],
  width: 's',
}

/** «7А»; «7А, выбытие 10.11.2026» of who has left. */
const className: Column<Listed> = {
  key: 'class',
  label: columns.class,
  value: (one) => one.className,
  cell: (one) => (one.departedOn ? `${one.className}, ${texts.list.left(one.departedOn)}` : one.className || texts.list.noClass),
  width: 'm',
}

/** What the lists of people show. */
export const columnsOf: Record<Kind, readonly Column<Listed>[]> = {
  student: [
    name,
    className,
    born,
    {
      key: 'guardians',
      label: columns.guardians,
      value: (one) => one.guardians,
      cell: (one) => texts.list.guardians(one.guardians, one.informed),
      width: 'm',
    },
    account,
  ],
  guardian: [name, { key: 'children', label: columns.children, value: (one) => one.children }, account],
  staff: [
    name,
    {
      key: 'positions',
      label: columns.positions,
      value: (one) => one.positions,
      cell: (one) => (one.departedOn ? `${one.positions}, ${texts.list.leftStaff(one.departedOn)}` : one.positions),
    },
    { key: 'category', label: columns.category, value: (one) => one.category, width: 's', hideOnPhone: true },
    account,
  ],
}
