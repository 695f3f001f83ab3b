import type { Kind } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import * as texts from './texts.ru.ts'

/** Asks before an import is taken back; what stands in the way is said in place. */
export function UndoDialog({
  run,
  onUndone,
  onClose,
}: {
  run: { importId: string; kind: Kind; at: string }
  onUndone: () => void
  onClose: () => void
}) {
  const { school } = useMe()
  const { run: takeBack } = useCommand('exchange.undo')
  return (
    <ConfirmDialog
      title={texts.undo.title}
      action={texts.undo.run}
      danger
      onClose={onClose}
      onConfirm={async () => {
        await takeBack({ importId: run.importId })
        toast(texts.undo.done)
        onUndone()
        onClose()
      }}
    >
      <p>{texts.undo.text(kindNames[run.kind], moment(run.at, school.timeZone))}</p>
    </ConfirmDialog>
  )
}
