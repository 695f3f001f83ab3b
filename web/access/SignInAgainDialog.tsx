import { useMe } from '#web/platform/session.tsx'
import { leave } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { SignInForm } from './SignInForm.tsx'
import * as texts from './texts.ru.ts'

/** The session ended while pages are open: they wait behind, with everything typed. Another person starts anew. */
export function SignInAgainDialog() {
  const { login } = useMe()
  return (
    <Dialog title={texts.again.title}>
      <p>{texts.again.text}</p>
      <SignInForm known={login}>
        <Button kind="quiet" onClick={() => void leave()}>
          {texts.again.other}
        </Button>
      </SignInForm>
    </Dialog>
  )
}
