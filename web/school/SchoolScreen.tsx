import { Link } from 'wouter'
import { FirstSteps } from '#web/firstSteps/FirstSteps.tsx'
import { useScreens } from '#web/platform/screenList.ts'
import type { Screen } from '#web/platform/screens.ts'
import { useMe } from '#web/platform/session.tsx'
import { Tasks } from '#web/tasks/Tasks.tsx'
import { Page } from '#web/ui/Page.tsx'
import styles from './SchoolScreen.module.css'
import * as texts from './texts.ru.ts'

type Section = Screen & { section: NonNullable<Screen['section']> }
const groups = ['start', 'year', 'people', 'learning', 'data'] as const

/** Everything that is set up, by what it is about. */
export default function SchoolScreen() {
  const me = useMe()
  const sections = useScreens()
    .filter((screen): screen is Section => screen.section !== undefined && screen.allowed(me))
    .sort((a, b) => a.section.order - b.section.order)
  return (
    <Page title={texts.hub.title} subtitle={texts.hub.about}>
      <FirstSteps />
      <Tasks />
      {groups.map((group) => {
        const own = sections.filter(({ section }) => section.group === group)
        if (own.length === 0) return null
        return (
          <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className={styles.title}>
              {texts.hub.groups[group]}
            </h2>
            <ul className={styles.cards}>
              {own.map(({ path, section: { label, about, icon: Icon } }) => (
                <li key={path}>
                  <Link href={path} className={styles.card}>
                    <span className={styles.icon}>
                      <Icon size={22} stroke={1.6} aria-hidden />
                    </span>
                    <span>
                      <span className={styles.label}>{label}</span>
                      <span className={styles.about}>{about}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Page>
  )
}
