import { IconAlertTriangle, IconDevices } from '@tabler/icons-react'
import { useState } from 'react'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { Button } from '#web/ui/Button.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { DoubleUseDialog } from './DoubleUseDialog.tsx'
import { question, rescues as words } from './doubleUse.texts.ru.ts'

/** What a person is told above every page until they answer: others may use the account; access was given back on the server. */
export default function AccountAlerts() {
  const { doubleUse, rescues, school } = useMe()
  const [open, setOpen] = useState(false)
  const see = useCommand('access.seeRescues')
  const read = (rescueId: string) =>
    see.run({ rescueIds: [rescueId] }).then(
      () => invalidate(['access.me']),
      (failure: Error) => toast(sentenceOf(failure)),
    )
  return (
    <>
      {doubleUse && (
        <Banner
          icon={<IconDevices size={18} aria-hidden />}
          action={
            <Button size="s" onClick={() => setOpen(true)}>
              {question.look}
            </Button>
          }
        >
          {question.banner}
        </Banner>
      )}
      {rescues.map(({ rescueId, name, at, machine }) => (
        <Banner
          key={rescueId}
          icon={<IconAlertTriangle size={18} aria-hidden />}
          action={
            <Button size="s" busy={see.running} onClick={() => void read(rescueId)}>
              {words.read}
            </Button>
          }
        >
          {words.text(name, moment(at, school.timeZone), machine)}
        </Banner>
      ))}
      {open && doubleUse && <DoubleUseDialog asked={doubleUse} onClose={() => setOpen(false)} />}
    </>
  )
}
