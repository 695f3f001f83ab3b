import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

const words = texts.proposals
export type Proposal = Output<'classes.overview'>['proposals'][number]
type Doing = { kind: 'accept' | 'decline'; proposal: Proposal } | null

/** How homeroom teachers propose to cut their classes, with the answers. */
export function ProposalList({ proposals }: { proposals: readonly Proposal[] }) {
  const can = useCan()
  const withdraw = useCommand('classes.withdrawProposal')
  const [doing, setDoing] = useState<Doing>(null)
  const takeBack = async ({ classId, proposalId }: Proposal) => {
    await withdraw.run({ classId, proposalId })
    toast(words.withdrawn)
    void refreshClasses()
  }
  if (proposals.length === 0) return <EmptyState title={texts.noProposals} text={texts.noProposalsText} />
  return (
    <>
      {proposals.map((proposal) => {
        const { proposalId, classId, className, subject, author, groups, from, state, answer } = proposal
        const of = { kind: 'class', classId } as const
        return (
          <Card
            key={proposalId}
            title={<Link href={`/school/classes/${classId}`}>{words.from(author, className, subject)}</Link>}
            note={`${words.effective(from)}, ${words.states[state]}${answer ? `: ${answer}` : ''}`}
          >
            <div className={styles.parts}>
              {groups.map(({ groupId, label, studentIds }) => (
                <div key={groupId} className={styles.part}>
                  <span className={styles.name}>{label}</span>
                  <div className={styles.quiet}>{words.people(studentIds.length)}</div>
                </div>
              ))}
            </div>
            {state === 'open' && (
              <div className={styles.tools}>
                {can('classes.acceptProposal', of) && (
                  <>
                    <Button kind="primary" onClick={() => setDoing({ kind: 'accept', proposal })}>
                      {words.accept}
                    </Button>
                    <Button onClick={() => setDoing({ kind: 'decline', proposal })}>{words.decline}</Button>
                  </>
                )}
                {can('classes.withdrawProposal', of) && (
                  <Button kind="quiet" busy={withdraw.running} onClick={() => takeBack(proposal)}>
                    {words.withdraw}
                  </Button>
                )}
              </div>
            )}
          </Card>
        )
      })}
      {doing?.kind === 'accept' && <AcceptDialog proposal={doing.proposal} onClose={() => setDoing(null)} />}
      {doing?.kind === 'decline' && <DeclineDialog proposal={doing.proposal} onClose={() => setDoing(null)} />}
    </>
  )
}

function AcceptDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { classId, proposalId, subjectId, from: wished } = proposal
  const accept = useCommand('classes.acceptProposal')
  const [from, setFrom] = useState<string>(wished)
  const day = (from || wished) as PlainDate
  const { data } = useQuery('classes.card', { classId, on: day }, { previous: true })
  const standing = data?.subjects.find((one) => one.subjectId === subjectId)?.groups ?? []
  const save = async () => {
    const expected = standing.map(({ groupId, studentIds }) => ({ groupId, studentIds }))
    await accept.run({ classId, proposalId, from: day, expected })
    toast(words.accepted)
    void refreshClasses()
    onClose()
  }
  return (
    <FormDialog title={words.acceptTitle} action={words.accept} ready={data !== undefined} onSave={save} onClose={onClose}>
      <p>{words.acceptText}</p>
      <DateField label={texts.group.from} value={from} required onChange={setFrom} />
    </FormDialog>
  )
}

function DeclineDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const decline = useCommand('classes.declineProposal')
  const [answer, setAnswer] = useState('')
  const save = async () => {
    await decline.run({ classId: proposal.classId, proposalId: proposal.proposalId, answer })
    toast(words.declined)
    void refreshClasses()
    onClose()
  }
  return (
    <FormDialog title={words.declineTitle} action={words.decline} ready={answer.trim() !== ''} onSave={save} onClose={onClose}>
      <TextField
        label={words.reason}
        value={answer}
        maxLength={500}
        required
        onChange={(event) => setAnswer(event.target.value)}
      />
    </FormDialog>
  )
}
