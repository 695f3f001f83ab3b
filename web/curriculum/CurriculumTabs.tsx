import { useLocation } from 'wouter'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import * as texts from './texts.ru.ts'

/** The curriculum and what it is made of: subjects, rooms. */
export function CurriculumTabs() {
  const [path] = useLocation()
  return (
    <SegmentedTabs
      label={texts.tabs.label}
      tabs={[
        { href: '/school/curriculum', label: texts.tabs.plans },
        { href: '/school/curriculum/subjects', label: texts.tabs.subjects },
        { href: '/school/curriculum/rooms', label: texts.tabs.rooms },
      ]}
      current={path}
      replace={false}
    />
  )
}
