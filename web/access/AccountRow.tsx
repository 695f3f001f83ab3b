import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import type { AccountAction } from './AccountDialog.tsx'
import styles from './AccountRow.module.css'
import type { Person } from './accountSearch.ts'
import * as texts from './texts.ru.ts'

/** A person, their way in and what may be done about it. */
export function AccountRow({ person, onAction }: { person: Person; onAction: (action: AccountAction) => void }) {
  const { actor } = useMe()
  const { name, kind, detail, accountId, login, blocked } = person
  const own = person.personId === actor.personId
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
        {accountId === null ? (
          <Button size="s" aria-label={texts.accounts.createOf(name)} onClick={() => onAction({ kind: 'create', person })}>
            {texts.accounts.create}
          </Button>
        ) : (
          <>
            <Button
              size="s"
              aria-label={texts.accounts.resetOf(name)}
              onClick={() => onAction({ kind: 'reset', person, accountId })}
            >
              {texts.accounts.reset}
            </Button>
            {blocked ? (
              <Button
                size="s"
                kind="quiet"
                aria-label={texts.accounts.unblockOf(name)}
                onClick={() => onAction({ kind: 'unblock', person, accountId })}
              >
                {texts.accounts.unblock}
              </Button>
            ) : (
              <Button
                size="s"
                kind="quiet"
                disabled={own}
                aria-label={texts.accounts.blockOf(name)}
                onClick={() => onAction({ kind: 'block', person, accountId })}
              >
                {texts.accounts.block}
              </Button>
            )}
          </>
        )}
      </td>
    </tr>
  )
}

function State({ person }: { person: Person }) {
  const { school } = useMe()
  const { accountId, blocked, mustChangePassword, lastSignInAt } = person
  if (accountId === null) return <span className={styles.none}>{texts.accounts.noAccount}</span>
  if (blocked) return <span className={styles.blocked}>{texts.accounts.blocked}</span>
  return (
    <>
      {lastSignInAt ? moment(lastSignInAt, school.timeZone) : texts.accounts.never}
      {mustChangePassword && <span className={styles.detail}>{texts.accounts.oneTime}</span>}
    </>
  )
}
