import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import * as texts from './issue.texts.ru.ts'

/** The sections of «Учётные записи». */
export const AccountTabs = ({ current }: { current: string }) => (
  <div>
    <SegmentedTabs
      label={texts.tabs.label}
      tabs={[
        { href: '/accounts', label: texts.tabs.people },
        { href: '/accounts/register', label: texts.tabs.register },
        { href: '/accounts/leavers', label: texts.tabs.leavers },
      ]}
      current={current}
    />
  </div>
)
