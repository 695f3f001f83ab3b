import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Missing } from '#domain/processing/rules.ts'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './Processing.module.css'
import * as texts from './texts.ru.ts'

/** Where each gap is closed. */
const placeOf: Partial<Record<Missing['kind'], string>> = {
  hostingAddress: '/school/processing/operator',
  hostingOwner: '/school/processing/operator',
  responsible: '/school/processing/operator',
  order: '/school/processing/operator',
  level: '/school/processing/operator',
  notice: '/school/processing/notice',
  contactsConsent: '/school/consents',
  measures: '/school/processing/measures',
}

/** What the register lacks, each with the way to where it is said. */
export function MissingCard({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0)
    return (
      <Notice kind="good" icon={<IconCircleCheck size={18} aria-hidden />}>
        {texts.missing.nothing}
      </Notice>
    )
  return (
    <Notice kind="note" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <strong>{texts.missing.title}</strong>
      <ul className={styles.missing}>
        {missing.map((one) => {
          const place = placeOf[one.kind]
          return <li key={one.kind}>{place ? <Link href={place}>{texts.missing.told(one)}</Link> : texts.missing.told(one)}</li>
        })}
      </ul>
    </Notice>
  )
}
