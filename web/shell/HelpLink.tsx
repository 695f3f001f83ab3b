import { IconHelp } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { IconLink } from '#web/ui/IconLink.tsx'
import * as texts from './texts.ru.ts'

/** Where the school is set up people ask more often: the guide opens at what it says of this very page. */
const asking = /^\/(school|accounts|class-access|absent|overview|classes|help)(\/|$)/

export function HelpLink() {
  const [path] = useLocation()
  if (!asking.test(path)) return null
  return (
    <IconLink
      href={path === '/help' ? path : `/help?of=${encodeURIComponent(path)}`}
      label={texts.help}
      icon={<IconHelp size={19} stroke={1.7} aria-hidden />}
    />
  )
}
