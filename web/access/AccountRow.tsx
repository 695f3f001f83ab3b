import { IconDots } from '@tabler/icons-react'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import type { AccountAction } from './AccountDialog.tsx'
import styles from './AccountRow.module.css'
import type { Person } from './accountSearch.ts'
import * as texts from './texts.ru.ts'

/** A person, their way in and what may be done about it. */
export function AccountRow({ person, onAction }: { person: Person; onAction: (action: AccountAction) => void }) {
  const { actor } = useMe()
  const { name, kind, detail, accountId, login, blocked, ended, secondFactor } = person
  const own = person.personId === actor.personId
  const closes = useCan()('access.blockAccount', { kind: 'account', accountId: accountId ?? '', personId: person.personId })
  const issues = closes || kind !== 'staff' // colleagues are the administrator's
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.person}>
        {name}
        <span className={styles.detail}>{texts.accounts.about(kind, detail)}</span>
      </th>
      <td className={styles.login}>{login}</td>
      <td className={styles.state}>
        <State person={person} />
      </td>
      <td className={styles.actions}>
        {!issues ? null : accountId === null ? (
          <Button size="s" aria-label={texts.accounts.createOf(name)} onClick={() => onAction({ kind: 'create', person })}>
            {texts.accounts.create}
          </Button>
        ) : ended ? (
          closes && (
            <Button
              size="s"
              aria-label={texts.accounts.resumeOf(name)}
              onClick={() => onAction({ kind: 'resume', person, accountId })}
            >
              {texts.accounts.resume}
            </Button>
          )
        ) : (
          <span className={styles.buttons}>
            <Button
              size="s"
              aria-label={texts.accounts.resetOf(name)}
              onClick={() => onAction({ kind: 'reset', person, accountId })}
            >
              {texts.accounts.reset}
            </Button>
            {closes && (
              <Menu label={texts.accounts.more(name)} trigger={<IconDots size={18} stroke={1.8} aria-hidden />}>
                {(close) => {
                  const item = (kind: Exclude<AccountAction['kind'], 'create'>, label: string) => (
                    <MenuItem
                      onClick={() => {
                        close()
                        onAction({ kind, person, accountId })
                      }}
                    >
                      {label}
                    </MenuItem>
                  )
                  return (
                    <>
                      {blocked ? item('unblock', texts.accounts.unblock) : !own && item('block', texts.accounts.block)}
                      {secondFactor && !own && item('resetFactor', texts.accounts.resetFactor)}
                      {!own && item('report', texts.accounts.report)}
                    </>
                  )
                }}
              </Menu>
            )}
          </span>
        )}
      </td>
    </tr>
  )
}

function State({ person }: { person: Person }) {
  const { school } = useMe()
  const { accountId, blocked, ended, secondFactor, mustChangePassword, lastSignInAt } = person
  if (accountId === null) return <span className={styles.none}>{texts.accounts.noAccount}</span>
  if (ended) return <span className={styles.none}>{texts.accounts.ended}</span>
  if (blocked) return <span className={styles.blocked}>{texts.accounts.blocked}</span>
  return (
    <>
      {lastSignInAt ? moment(lastSignInAt, school.timeZone) : texts.accounts.never}
      {secondFactor && <span className={styles.detail}>{texts.accounts.secondFactor}</span>}
      {mustChangePassword && <span className={styles.detail}>{texts.accounts.oneTime}</span>}
    </>
  )
}
