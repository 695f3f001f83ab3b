import { numericDate } from '#domain/platform/dateTexts.ts'
import { StudentName } from '#web/printing/StudentName.tsx'
import { Unmasked } from '#web/printing/Unmasked.tsx'
import type { Column } from '#web/ui/DataTable.tsx'
import type { Kind, Listed } from './peopleFilters.ts'
import * as texts from './texts.ru.ts'

const { columns } = texts.list

const name: Column<Listed> = { key: 'name', label: columns.name, value: (one) => one.name, width: 'l' }
const masked: Column<Listed> = { ...name, cell: (one) => <StudentName studentId={one.personId} name={one.name} /> }
const born: Column<Listed> = {
  key: 'born',
  label: columns.born,
  value: (one) => one.bornOn,
  cell: (one) => <Unmasked>{one.bornOn ? numericDate(one.bornOn) : ''}</Unmasked>,
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
    masked,
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
  guardian: [
    masked,
    {
      key: 'children',
      label: columns.children,
      named: true,
      value: (one) => one.children,
      cell: (one) => <Unmasked>{one.children}</Unmasked>,
    },
    account,
  ],
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
