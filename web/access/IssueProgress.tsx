import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import * as texts from './issue.texts.ru.ts'
import type { Issuing } from './useIssuing.ts'

/** How far the handing out is, and what stopped it. */
export function IssueProgress({ issuing }: { issuing: Issuing }) {
  const { state, issued, all, problem } = issuing
  if (state === 'running') {
    return (
      <ProgressBar label={texts.issue.running} value={issued.length} max={all} told={texts.issue.progress(issued.length, all)} />
    )
  }
  if (state !== 'stopped') return null
  return (
    <Notice kind="bad">
      <p>{problem}</p>
      <p>{texts.issue.stopped(issued.length, all)}</p>
      <Button onClick={issuing.goOn}>{texts.issue.goOn}</Button>
    </Notice>
  )
}
