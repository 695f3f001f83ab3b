import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { me } from './texts.ru.ts'

/** What is one’s own at this school: data, consents, trainings, actions. */
export const MyTabs = () => (
  <SegmentedTabs
    label={me.tabs}
    tabs={[
      { href: '/me', label: me.data },
      { href: '/me/consents', label: me.consents },
      { href: '/me/processing', label: me.processing },
      { href: '/me/trainings', label: me.trainings },
      { href: '/me/notices', label: me.notices },
      { href: '/me/actions', label: me.actions },
    ]}
  />
)
