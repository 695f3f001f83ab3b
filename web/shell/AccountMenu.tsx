import { IconHelp, IconId, IconKey, IconLock, IconLogout, IconShield, IconUrgent } from '@tabler/icons-react'
import { useState } from 'react'
import { roleNames } from '#domain/access/texts.ru.ts'
import { fullName, initials } from '#domain/people/names.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { isStaff } from '#web/access/people.ts'
import { useMe } from '#web/platform/session.tsx'
import { lock } from '#web/platform/sessionActions.ts'
import { mayNeedUrgent } from '#web/platform/urgent.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import styles from './AccountMenu.module.css'
import { SignOutDialog } from './SignOutDialog.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'
import * as texts from './texts.ru.ts'
import { useSignOut } from './useSignOut.ts'

/** The person's own business: password, sessions, theme, lock, leaving. */
export function AccountMenu() {
  const me = useMe()
  const { actor, login, today } = me
  const [asking, setAsking] = useState(false)
  const leave = useSignOut(() => setAsking(true))
  const roles = actor.roles.filter(({ from, to }) => isWithin(today, from, to)).map(({ role }) => roleNames[role])
  const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const
  return (
    <>
      <Menu label={texts.account(initials(actor.name))} trigger={<span className={styles.avatar}>{initials(actor.name)}</span>}>
        {(close) => (
          <>
            <div className={styles.who}>
              <p className={styles.name}>{fullName(actor.name)}</p>
              <p className={styles.detail}>{[...roles, login].join(' · ')}</p>
            </div>
            <MenuItem href="/me" icon={<IconId {...icon} />} onClick={close}>
              {texts.me}
            </MenuItem>
            <MenuItem href="/security" icon={<IconShield {...icon} />} onClick={close}>
              {texts.security}
            </MenuItem>
            <MenuItem href="/security/password" icon={<IconKey {...icon} />} onClick={close}>
              {texts.changePassword}
            </MenuItem>
            {mayNeedUrgent(me) && (
              <MenuItem href="/urgent" icon={<IconUrgent {...icon} />} onClick={close}>
                {texts.urgent}
              </MenuItem>
            )}
            <MenuItem href="/help" icon={<IconHelp {...icon} />} onClick={close}>
              {texts.help}
            </MenuItem>
            {isStaff(me) && (
              <MenuItem icon={<IconLock {...icon} />} hint={texts.lockKeys} onClick={lock}>
                {texts.lockNow}
              </MenuItem>
            )}
            <ThemeChoice />
            <MenuItem
              icon={<IconLogout {...icon} />}
              onClick={() => {
                close()
                leave()
              }}
            >
              {texts.signOut}
            </MenuItem>
          </>
        )}
      </Menu>
      {asking && <SignOutDialog onClose={() => setAsking(false)} />}
    </>
  )
}
