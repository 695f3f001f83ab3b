import { Link } from 'wouter'
import { teaches } from '#web/access/people.ts'
import { NoticeBell } from '#web/notifications/NoticeBell.tsx'
import { useMe } from '#web/platform/session.tsx'
import { product } from '#web/ui/texts.ru.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { ChildSwitcher } from './ChildSwitcher.tsx'
import styles from './Header.module.css'
import { HelpLink } from './HelpLink.tsx'
import { QueueIndicator } from './QueueIndicator.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import * as texts from './texts.ru.ts'

/** The top line: where one is, whose diary, what waits, the person's own menu. */
export function Header() {
  const me = useMe()
  const families = me.children.length > 0 && !me.actor.student
  return (
    <>
      <Link
        href="/"
        className={families && me.school.exercise ? `${styles.home} ${styles.homeBeside}` : styles.home}
        aria-label={product}
      >
        <img src="/icon.svg" alt="" width="32" height="32" />
        <span className={families || me.school.exercise ? styles.productBeside : styles.product}>{product}</span>
      </Link>
      <span className={families ? styles.schoolBeside : styles.school}>{me.school.name}</span>
      {me.school.exercise && <span className={styles.exercise}>{texts.exercise}</span>}
      <ChildSwitcher />
      <span className={styles.space} />
      {teaches(me) && <QueueIndicator />}
      <HelpLink />
      <NoticeBell />
      <ThemeSwitch />
      <AccountMenu />
    </>
  )
}
