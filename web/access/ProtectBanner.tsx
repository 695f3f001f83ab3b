import { IconShieldLock } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { protect } from './protection.texts.ru.ts'

/** The school has decided that a second step is wanted: until its day comes the journal is open, and says so. */
export function ProtectBanner() {
  const { protectBy } = useMe()
  const [address] = useLocation()
  if (protectBy === null || address === '/security') return null
  return (
    <Banner
      icon={<IconShieldLock size={18} aria-hidden />}
      action={
        <ButtonLink size="s" href="/security">
          {protect.setUp}
        </ButtonLink>
      }
    >
      {protect.soon(dayAndMonth(protectBy))}
    </Banner>
  )
}
