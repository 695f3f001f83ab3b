import { useEffect } from 'react'
import { signOut } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { documentTitle } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { Doorway } from './Doorway.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import * as texts from './texts.ru.ts'

/** Comes before everything else: a one-time password lets nobody further. */
export function FirstPasswordScreen() {
  useEffect(() => {
    document.title = documentTitle(texts.password.firstTitle)
  }, [])
  return (
    <Doorway title={texts.password.firstTitle} lead={texts.password.firstText}>
      <PasswordForm first />
      <Button kind="quiet" onClick={() => void signOut().catch((error: unknown) => toast((error as Error).message))}>
        {texts.password.leave}
      </Button>
    </Doorway>
  )
}
