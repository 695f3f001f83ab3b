import { useEffect } from 'react'
import { passGate, signOut } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { documentTitle } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { Doorway } from './Doorway.tsx'
import { FactorList } from './FactorList.tsx'
import * as texts from './protection.texts.ru.ts'

/** Who must have a second step and has none is led here, and no further. [S4 Р28] */
export default function ProtectScreen() {
  useEffect(() => {
    document.title = documentTitle(texts.protect.title)
  }, [])
  return (
    <Doorway title={texts.protect.title} lead={texts.protect.lead}>
      <FactorList onProtected={() => void passGate('mustProtect')} />
      <p>{texts.protect.noPhone}</p>
      <Button kind="quiet" onClick={() => void signOut().catch((error: unknown) => toast((error as Error).message))}>
        {texts.protect.leave}
      </Button>
    </Doorway>
  )
}
