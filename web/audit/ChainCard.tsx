import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { CompareSeal } from './CompareSeal.tsx'
import { Findings } from './Findings.tsx'
import styles from './Log.module.css'
import { state as texts } from './texts.ru.ts'

const EVERY = 1_500

/** How the chain stands: how long it is, when it was verified, what was found. */
export function ChainCard({ onOpen }: { onOpen: (operationId: string) => void }) {
  const can = useCan()
  const { data, refetch } = useQuery('audit.state', {})
  const verify = useCommand('audit.verify')
  const working = data?.running?.failed === false
  useEffect(() => {
    if (!working) return
    const timer = setInterval(refetch, EVERY)
    return () => clearInterval(timer)
  }, [working, refetch])
  if (!data) return null
  const begin = async () => {
    try {
      await verify.run({})
      toast(texts.started)
      refetch()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  return (
    <Card padded>
      <div className={styles.chain}>
        <Standing state={data} />
        {can('audit.verify', { kind: 'school' }) && (
          <Button busy={verify.running || working} onClick={() => void begin()}>
            {texts.verify}
          </Button>
        )}
      </div>
      {data.seal && <CompareSeal />}
      {working && <ProgressBar label={texts.verifying} value={data.running!.done} max={data.running!.total} />}
      {data.running?.failed && <Notice kind="bad">{texts.failed}</Notice>}
      {data.check && !working && data.check.findings.length > 0 && <Findings check={data.check} onOpen={onOpen} />}
    </Card>
  )
}

function Standing({ state }: { state: Output<'audit.state'> }) {
  const { school } = useMe()
  const { sealed, waiting, check, seal, takingIn } = state
  const when = (iso: string) => moment(iso, school.timeZone)
  const Icon = check && !check.whole ? IconShieldX : IconShieldCheck
  return (
    <div className={styles.standing}>
      <Icon size={22} stroke={1.7} aria-hidden className={check && !check.whole ? styles.broken : styles.whole} />
      <div>
        <p className={styles.said}>
          {texts.sealed(sealed)}.{' '}
          {check ? (check.whole ? texts.whole(when(check.at)) : texts.broken(when(check.at))) : seal ? texts.never : texts.begins}
          .
        </p>
        {waiting > 0 && <p className={styles.soft}>{texts.waiting(waiting)}.</p>}
        {takingIn && <p className={styles.soft}>{texts.takingIn}</p>}
        {seal && (
          <details className={styles.soft}>
            <summary>{texts.details}</summary>
            {check && (
              <p>
                {texts.by(check.by)}
                <br />
                {texts.looked(check.looked)}
              </p>
            )}
            <p>
              {texts.seal(seal.number)}, {when(seal.at)}. {texts.root}: <code className={styles.root}>{seal.root}</code>
            </p>
            <p>{texts.rootText}</p>
          </details>
        )}
      </div>
    </div>
  )
}
