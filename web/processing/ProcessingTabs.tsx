import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { tabs } from './texts.ru.ts'

const ADDRESS = '/school/processing'

/** The parts of the register, each with an address of its own. */
export const ProcessingTabs = () => (
  <SegmentedTabs
    label={tabs.label}
    tabs={[
      { href: ADDRESS, label: tabs.register },
      { href: `${ADDRESS}/operator`, label: tabs.operator },
      { href: `${ADDRESS}/measures`, label: tabs.measures },
      { href: `${ADDRESS}/notice`, label: tabs.notice },
    ]}
  />
)
