import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './Log.module.css'
import { findingText, state as texts } from './texts.ru.ts'

type Check = NonNullable<Output<'audit.state'>['check']>
type Finding = Check['findings'][number]
const isLawful = ({ kind }: Finding) => kind === 'erasedChange' || kind === 'erasedOperation'

/** What a verification has found, place by place; what was erased lawfully apart from it. */
export function Findings({ check, onOpen }: { check: Check; onOpen: (operationId: string) => void }) {
  const { school } = useMe()
  const wrong = check.findings.filter((one) => !isLawful(one))
  const lawful = check.findings.filter(isLawful).reduce((sum, { more }) => sum + (more ?? 1), 0)
  return (
    <>
      {wrong.length > 0 && (
        <Notice kind="bad">
          <h2 className={styles.heading}>{texts.found}</h2>
          <ul className={styles.findings}>
            {wrong.map((finding, index) => (
              <li key={index}>
                {findingText(finding)}
                {finding.at && <span className={styles.soft}> {moment(finding.at, school.timeZone)}</span>}
                {finding.operationId && (
                  <Button kind="quiet" size="s" onClick={() => onOpen(finding.operationId!)}>
                    {texts.show}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p>{texts.advice}</p>
        </Notice>
      )}
      {lawful > 0 && (
        <Notice>
          {texts.lawful}. {texts.lawfulText(lawful)}
        </Notice>
      )}
    </>
  )
}
