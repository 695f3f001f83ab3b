import { useCan } from '#web/platform/session.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import * as texts from './issue.texts.ru.ts'

const school = { kind: 'school' } as const

/** The sections of «Учётные записи». */
export function AccountTabs({ current }: { current: string }) {
  const can = useCan()
  return (
    <div>
      <SegmentedTabs
        label={texts.tabs.label}
        tabs={[
          { href: '/accounts', label: texts.tabs.people },
          { href: '/accounts/register', label: texts.tabs.register },
          ...(can('access.leavers', school) ? [{ href: '/accounts/leavers', label: texts.tabs.leavers }] : []),
          ...(can('access.doubleUses', school) ? [{ href: '/accounts/places', label: texts.tabs.places }] : []),
        ]}
        current={current}
      />
    </div>
  )
}
