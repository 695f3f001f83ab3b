import { roleNames } from '#domain/access/texts.ru.ts'
import { useCan } from '#web/platform/session.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './Card.module.css'
import type { PersonCard } from './PersonScreen.tsx'
import * as texts from './texts.ru.ts'

/** Roles by dates and the account; both are kept elsewhere. */
export function AccessCard({ card }: { card: PersonCard }) {
  const can = useCan()
  const { account, roles } = card
  const school = { kind: 'school' } as const
  return (
    <Card title={texts.card.roles}>
      <ul className={styles.lines}>
        {roles.map(({ role, from, to }) => (
          <li key={`${role} ${from}`} className={styles.line}>
            <span className={styles.name}>{(roleNames as Record<string, string>)[role] ?? role}</span>
            <span className={styles.detail}>{to ? texts.card.period(from, to) : texts.card.since(from)}</span>
          </li>
        ))}
        <li className={styles.line}>
          <span>{account ? texts.card.login(account.login) : texts.card.noAccount}</span>
          {account?.blocked && <span className={styles.warn}>{texts.card.blocked}</span>}
        </li>
      </ul>
      {can('access.accounts', school) && (
        <div className={styles.foot}>
          <ButtonLink size="s" href={`/accounts?search=${encodeURIComponent(`${card.person.surname} ${card.person.givenName}`)}`}>
            {texts.card.toAccounts}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}
