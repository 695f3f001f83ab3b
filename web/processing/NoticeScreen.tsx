import { IconCopy } from '@tabler/icons-react'
import { permissions } from '#domain/permissions.ts'
import { noticeParts } from '#domain/processing/sheets.texts.ru.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Card } from '#web/ui/Card.tsx'
import { copyText } from '#web/ui/copyText.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { PrintButton } from './PrintButton.tsx'
import styles from './Processing.module.css'
import { ProcessingTabs } from './ProcessingTabs.tsx'
import * as texts from './texts.ru.ts'

/** What is written into the notice to Роскомнадзор, field by field, to be copied. */
export default function NoticeScreen() {
  const { data: register, error, refetch } = useQuery('processing.register', {})
  const { data: school } = useQuery('school.card', {})
  const { actor } = useMe()
  const ready = register && school
  const parts = ready
    ? noticeParts({ card: school.card, register, policies: register.policies, access: { permissions, choices: actor.choices } })
    : []
  const copy = async (value: string) => {
    if (await copyText(value)) toast(texts.notice.copied)
  }
  return (
    <Page title={texts.title} subtitle={texts.notice.lead} actions={<PrintButton sheet="notice" />} width="narrow">
      <ProcessingTabs />
      {!ready && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      <div className={styles.stack}>
        {parts.map(({ heading, pairs }) => (
          <Card key={heading} title={heading}>
            <ul className={styles.lines}>
              {pairs.map(([label, value]) => (
                <li key={label} className={styles.line}>
                  <div className={styles.what}>
                    <span className={styles.detail}>{label}</span>
                    <span>{value}</span>
                  </div>
                  <IconButton
                    label={texts.notice.copyOf(label)}
                    icon={<IconCopy size={17} aria-hidden />}
                    onClick={() => void copy(value)}
                  />
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Page>
  )
}
