import { IconDeviceMobile, IconFingerprint, IconLifebuoy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './FactorList.module.css'
import { PasskeyDialog } from './PasskeyDialog.tsx'
import { knowsPasskeys } from './passkey.ts'
import * as texts from './protection.texts.ru.ts'
import { RecoveryCodesDialog } from './RecoveryCodesDialog.tsx'
import { RemoveFactorDialog, type Removing } from './RemoveFactorDialog.tsx'
import { RenewCodesDialog } from './RenewCodesDialog.tsx'
import { TotpDialog } from './TotpDialog.tsx'

type Open =
  | { kind: 'totp' | 'passkey' | 'renew' }
  | { kind: 'remove'; what: Removing }
  | { kind: 'codes'; codes: readonly string[] }

/** The ways of the second step that a person has, to be added and taken away. */
export function FactorList({ onProtected }: { onProtected?: () => void }) {
  const { school } = useMe()
  const { data, error, refetch } = useQuery('access.secondFactor', {})
  const [open, setOpen] = useState<Open | null>(null)
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={3} />
  const at = (iso: string) => moment(iso, school.timeZone)
  const any = data.totpSince !== null || data.passkeys.length > 0
  const close = () => {
    setOpen(null)
    refetch()
  }
  /** Added: the codes are shown before anything else, then one goes on. */
  const added = (codes: readonly string[]) => {
    refetch()
    if (codes.length > 0) setOpen({ kind: 'codes', codes })
    else {
      setOpen(null)
      onProtected?.()
    }
  }
  return (
    <>
      <ul className={styles.list}>
        <Item
          icon={<IconDeviceMobile size={22} stroke={1.6} aria-hidden />}
          name={texts.factor.totp}
          detail={data.totpSince ? texts.factor.totpSince(at(data.totpSince)) : texts.factor.totpOff}
        >
          {data.totpSince ? (
            <Button
              size="s"
              aria-label={texts.factor.disconnectOf(texts.factor.totp)}
              onClick={() => setOpen({ kind: 'remove', what: { kind: 'totp' } })}
            >
              {texts.factor.disconnect}
            </Button>
          ) : (
            <Button size="s" kind={any ? 'plain' : 'primary'} onClick={() => setOpen({ kind: 'totp' })}>
              {texts.factor.connect}
            </Button>
          )}
        </Item>
        {data.passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) => (
          <Item
            key={passkeyId}
            icon={<IconFingerprint size={22} stroke={1.6} aria-hidden />}
            name={name}
            detail={texts.factor.passkeySince(at(createdAt), lastUsedAt && at(lastUsedAt))}
          >
            <Button
              size="s"
              aria-label={texts.factor.disconnectOf(name)}
              onClick={() => setOpen({ kind: 'remove', what: { kind: 'passkey', passkeyId } })}
            >
              {texts.factor.disconnect}
            </Button>
          </Item>
        ))}
        <Item
          icon={<IconFingerprint size={22} stroke={1.6} aria-hidden />}
          name={texts.factor.passkeys}
          detail={knowsPasskeys() ? texts.factor.passkeysOff : texts.factor.unsupported}
        >
          <Button size="s" disabled={!knowsPasskeys()} onClick={() => setOpen({ kind: 'passkey' })}>
            {texts.factor.addPasskey}
          </Button>
        </Item>
        {any && (
          <Item
            icon={<IconLifebuoy size={22} stroke={1.6} aria-hidden />}
            name={texts.factor.recovery}
            detail={data.recoveryLeft > 0 ? texts.factor.recoveryLeft(data.recoveryLeft) : texts.factor.recoveryNone}
          >
            <Button size="s" onClick={() => setOpen({ kind: 'renew' })}>
              {texts.factor.renew}
            </Button>
          </Item>
        )}
      </ul>
      {open?.kind === 'totp' && <TotpDialog onDone={added} onClose={close} />}
      {open?.kind === 'passkey' && <PasskeyDialog onDone={added} onClose={close} />}
      {open?.kind === 'renew' && <RenewCodesDialog onDone={added} onClose={close} />}
      {open?.kind === 'remove' && <RemoveFactorDialog what={open.what} onClose={close} />}
      {open?.kind === 'codes' && (
        <RecoveryCodesDialog
          codes={open.codes}
          onClose={() => {
            close()
            onProtected?.()
          }}
        />
      )}
    </>
  )
}

function Item({ icon, name, detail, children }: { icon: ReactNode; name: string; detail: string; children: ReactNode }) {
  return (
    <li className={styles.item}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.about}>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>{detail}</span>
      </span>
      {children}
    </li>
  )
}
