import { IconDotsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { movementNames } from '#domain/classes/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { toast } from '#web/ui/toasts.ts'
import { refreshClasses } from '../refresh.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import styles from './Movement.module.css'
import { ScanDialog } from './ScanDialog.tsx'
import * as texts from './texts.ru.ts'

export type Line = Output<'classes.movement'>['lines'][number]
type Doing = { kind: 'correct' | 'cancel' | 'scan'; line: Line } | null

/** Lines of the book; a cancelled one stays, struck out. */
export function LineTable({ lines, keeps }: { lines: readonly Line[]; keeps: boolean }) {
  const cancel = useCommand('classes.cancelMovement')
  const [doing, setDoing] = useState<Doing>(null)
  const { columns: words } = texts
  const takeBack = async () => {
    const { studentId, movementId } = doing!.line
    await cancel.run({ personId: studentId, movementId })
    toast(texts.cancelDone)
    void refreshClasses()
    setDoing(null)
  }
  const menu = (line: Line) => (
    <Menu label={texts.actions(line.student)} trigger={<IconDotsVertical size={18} aria-hidden />}>
      {(close) => {
        const begin = (kind: 'correct' | 'cancel' | 'scan') => {
          close()
          setDoing({ kind, line })
        }
        return (
          <>
            <MenuItem href={`/school/people/${line.studentId}`}>{texts.openPerson}</MenuItem>
            {!line.cancelled && <MenuItem onClick={() => begin('correct')}>{texts.correct}</MenuItem>}
            {!line.cancelled && (
              <MenuItem onClick={() => begin('scan')}>{line.fileId ? texts.scan.change : texts.scan.attach}</MenuItem>
            )}
            {line.last && <MenuItem onClick={() => begin('cancel')}>{texts.cancel}</MenuItem>}
          </>
        )
      }}
    </Menu>
  )
  const columns: Column<Line>[] = [
    {
      key: 'student',
      label: words.student,
      value: ({ student }) => student,
      cell: (line) => (
        <span className={styles.person}>
          <span>{line.student}</span>
          {keeps && menu(line)}
        </span>
      ),
      width: 'l',
    },
    { key: 'on', label: words.on, value: ({ on }) => on, cell: ({ on }) => numericDate(on), width: 'm' },
    {
      key: 'kind',
      label: words.kind,
      value: ({ kind }) => movementNames[kind],
      cell: ({ kind, cancelled }) => (
        <>
          <span className={cancelled ? styles.struck : undefined}>{movementNames[kind]}</span>
          {cancelled && <span className={styles.mark}>{texts.cancelled}</span>}
        </>
      ),
    },
    { key: 'classes', label: words.classes, value: ({ fromClass, toClass }) => [fromClass, toClass].filter(Boolean).join(' → ') },
    {
      key: 'order',
      label: words.order,
      named: true,
      value: ({ orderNumber, orderDate }) => texts.order(orderNumber, orderDate),
      cell: ({ orderNumber, orderDate, fileId, student }) => (
        <>
          {texts.order(orderNumber, orderDate)}{' '}
          {fileId && (
            <a href={`/api/files/${fileId}`} download className={styles.scan} aria-label={`${texts.scan.open}: ${student}`}>
              {texts.scan.has}
            </a>
          )}
        </>
      ),
      width: 'm',
    },
    { key: 'reason', label: words.reason, value: ({ reason }) => reason, hideOnPhone: true },
    { key: 'school', label: words.school, named: true, value: ({ otherSchool }) => otherSchool },
  ]
  return (
    <>
      <DataTable
        label={texts.title}
        rows={lines}
        columns={columns}
        rowKey={({ movementId }) => movementId}
        searchLabel={texts.search}
        empty={<EmptyState title={texts.none} text={texts.noneText} />}
      />
      {doing?.kind === 'correct' && <CorrectDialog line={doing.line} onClose={() => setDoing(null)} />}
      {doing?.kind === 'scan' && <ScanDialog line={doing.line} onClose={() => setDoing(null)} />}
      {doing?.kind === 'cancel' && (
        <ConfirmDialog title={texts.cancelTitle} action={texts.cancel} danger onConfirm={takeBack} onClose={() => setDoing(null)}>
          <p>{texts.cancelText(movementNames[doing.line.kind], doing.line.student, doing.line.on)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
