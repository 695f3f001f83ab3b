import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import type { Person } from './accountSearch.ts'
import { PasswordSlip } from './PasswordSlip.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import * as texts from './texts.ru.ts'

export type AccountAction =
  | { kind: 'create'; person: Person }
  | { kind: 'reset' | 'block' | 'unblock' | 'resume' | 'resetFactor' | 'report'; person: Person; accountId: string }

const done = { block: texts.blocking.done, unblock: texts.blocking.undone, resetFactor: texts.resettingFactor.done }

/** Asks, does it, and shows the one-time password when there is one. */
export function AccountDialog({
  action,
  onChanged,
  onClose,
}: {
  action: AccountAction
  onChanged: () => void
  onClose: () => void
}) {
  const { person } = action
  const create = useCommand('access.createAccount')
  const reset = useCommand('access.resetPassword')
  const block = useCommand('access.blockAccount')
  const unblock = useCommand('access.unblockAccount')
  const resume = useCommand('access.resumeAccount')
  const resetFactor = useCommand('access.resetSecondFactor')
  const [issued, setIssued] = useState<{ login: string; password: string } | null>(null)
  const confirm = async () => {
    if (action.kind === 'create') setIssued(await create.run({ personId: person.personId }))
    else if (action.kind === 'reset') setIssued(await reset.run({ accountId: action.accountId }))
    else if (action.kind === 'resume') setIssued(await resume.run({ accountId: action.accountId }))
    else {
      await { block, unblock, resetFactor }[action.kind as 'block' | 'unblock' | 'resetFactor'].run({
        accountId: action.accountId,
      })
      toast(done[action.kind as keyof typeof done](person.name))
      onClose()
    }
    onChanged()
  }
  if (issued) return <PasswordSlip person={person} {...issued} onClose={onClose} />
  if (action.kind === 'report') {
    const close = () => {
      onChanged()
      onClose()
    }
    return <ReportDialog other={{ accountId: action.accountId, name: person.name, login: person.login ?? '' }} onClose={close} />
  }
  const words = {
    create: texts.creating,
    reset: texts.resetting,
    block: texts.blocking,
    unblock: texts.unblocking,
    resume: texts.resuming,
    resetFactor: texts.resettingFactor,
  }[action.kind]
  return (
    <ConfirmDialog
      title={words.title}
      action={words.action}
      danger={action.kind === 'block'}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.text(person.name)}</p>
    </ConfirmDialog>
  )
}
