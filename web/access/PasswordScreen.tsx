import { Link, useLocation, useSearch } from 'wouter'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { toast } from '#web/ui/toasts.ts'
import { PasswordForm } from './PasswordForm.tsx'
import styles from './PasswordScreen.module.css'
import * as texts from './texts.ru.ts'

/** Changing the password of one's own will. */
export default function PasswordScreen() {
  const [, navigate] = useLocation()
  const why = new URLSearchParams(useSearch()).get('why')
  const done = () => {
    toast(texts.password.done)
    navigate('/security', { replace: true })
  }
  return (
    <Page title={texts.password.title} width="narrow">
      {why === 'device' && <Notice kind="note">{texts.password.strange}</Notice>}
      {why === 'places' && (
        <Notice kind="note">
          {texts.password.places} <Link href="/security">{texts.password.report}</Link>
        </Notice>
      )}
      <div className={styles.card}>
        <Card padded>
          <PasswordForm first={false} onDone={done} />
          <p className={styles.note}>{texts.password.others}</p>
        </Card>
      </div>
    </Page>
  )
}
