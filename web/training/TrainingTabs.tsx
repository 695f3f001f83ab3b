import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { tabs } from './texts.ru.ts'

/** Trainings by day, and terms by person. */
export const TrainingTabs = () => (
  <SegmentedTabs
    label={tabs.label}
    tabs={[
      { href: '/school/trainings', label: tabs.plan },
      { href: '/school/trainings/standings', label: tabs.standings },
    ]}
  />
)
