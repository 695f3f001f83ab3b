import { useEffect, useState } from 'react'
import { fullDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { passGate, signOut } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { documentTitle, sentenceOf } from '#web/ui/texts.ru.ts'
import { Doorway } from './Doorway.tsx'
import * as texts from './protection.texts.ru.ts'
import styles from './TermsGate.module.css'

/** The terms in force, read and accepted before anything else. [S1 3.13] */
export default function TermsGate() {
  const { today } = useMe()
  const { data, error, refetch } = useQuery('school.acts', {})
  const acknowledge = useCommand('school.acknowledge')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    document.title = documentTitle(texts.terms.title)
  }, [])
  const waiting =
    data?.acts.filter(
      ({ kind, from, to, readAt }) => kind === 'terms' && readAt === null && from <= today && (to === null || today <= to),
    ) ?? []
  const act = waiting[0]
  const accept = async (actId: string) => {
    setProblem(null)
    try {
      await acknowledge.run({ actId })
      if (waiting.length > 1) refetch()
      else await passGate('mustAcceptTerms')
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Doorway title={act?.title ?? texts.terms.title} lead={texts.terms.lead}>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {act && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard too */}
          <div className={styles.body} tabIndex={0} role="document" aria-label={act.title}>
            <p className={styles.version}>{texts.terms.version(act.version, fullDate(act.from))}</p>
            {act.body || texts.terms.noBody}
          </div>
          {waiting.length > 1 && <p className={styles.version}>{texts.terms.more(waiting.length - 1)}</p>}
          <Button kind="primary" busy={acknowledge.running} onClick={() => void accept(act.actId)}>
            {texts.terms.accept}
          </Button>
        </>
      )}
      <Button kind="quiet" onClick={() => void signOut().catch((failure: unknown) => setProblem(sentenceOf(failure as Error)))}>
        {texts.terms.leave}
      </Button>
    </Doorway>
  )
}
