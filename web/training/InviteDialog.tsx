import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'
import { WhomFields } from './WhomFields.tsx'
import { isWhole, nobodyYet, sentWhom, type Whom } from './whom.ts'

/** More people for a list: a class that joins, a colleague who came unasked. */
export function InviteDialog({ trainingId, onSaved, onClose }: { trainingId: string; onSaved: () => void; onClose: () => void }) {
  const { data, error, refetch } = useQuery('training.people', {})
  const invite = useCommand('training.invite')
  const [whom, setWhom] = useState<Whom>({ ...nobodyYet, audience: 'named' })
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setProblem(null)
    try {
      const { invited } = await invite.run({ trainingId, ...sentWhom(whom) })
      toast(texts.sheet.invited(invited))
      onSaved()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.sheet.inviteTitle}
      onClose={onClose}
      footer={
        <SaveButton
          ready={isWhole(whom)}
          wanted={texts.plan.whomWanted}
          busy={invite.running}
          onSave={() => void save()}
          onCancel={onClose}
        >
          {texts.plan.create}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        {data ? (
          <WhomFields whom={whom} people={data} onChange={setWhom} />
        ) : error ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : (
          <Skeleton rows={4} />
        )}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
