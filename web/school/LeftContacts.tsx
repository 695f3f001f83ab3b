import { useEffect, useState } from 'react'
import type { Input } from '#domain/operations.ts'
import type { PolicyKey } from '#domain/school/policies.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './PoliciesScreen.module.css'
import * as texts from './texts.ru.ts'

type Kind = Input<'people.eraseContacts'>['kind']

/** The rules that say which contacts are kept at all. */
const kindOf: { readonly [K in PolicyKey]?: Kind } = {
  'people.phones': 'phone',
  'people.emails': 'email',
  'people.addresses': 'address',
}

/** Under a rule that switches contacts off: what still stands in the database, and the way to be rid of it for good. */
export function LeftContacts({ policy }: { policy: PolicyKey }) {
  const kind = kindOf[policy]
  const can = useCan()
  return kind && can('people.leftContacts', { kind: 'school' }) ? <Left kind={kind} /> : null
}

function Left({ kind }: { kind: Kind }) {
  const { data, refetch } = useQuery('people.leftContacts', {})
  useEffect(refetch, [refetch]) // what was kept a minute ago may be left over now
  const may = useCan()('people.eraseContacts', { kind: 'school' })
  const { run } = useCommand('people.eraseContacts')
  const [asking, setAsking] = useState(false)
  const left = data?.kinds.find((one) => one.kind === kind)
  if (!left && !asking) return null
  const erase = async () => {
    const { erased } = await run({ kind })
    toast(texts.left.done(erased))
    setAsking(false)
    refetch()
  }
  return (
    <div className={styles.left}>
      {left && <p>{texts.left.about(left.records, left.people)}</p>}
      {may && (
        <Button
          size="s"
          kind="danger"
          aria-label={`${texts.left.action}: ${texts.left.what[kind]}`}
          onClick={() => setAsking(true)}
        >
          {texts.left.action}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={texts.left.title(texts.left.what[kind])}
          action={texts.left.action}
          danger
          onConfirm={erase}
          onClose={() => setAsking(false)}
        >
          {left && <p>{texts.left.about(left.records, left.people)}</p>}
          <p>{texts.left.text}</p>
          <p>{texts.left.copies}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
