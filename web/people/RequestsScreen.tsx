import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { finderOf } from '#web/ui/tableRows.ts'
import { toast } from '#web/ui/toasts.ts'
import form from './Form.module.css'
import { type Request, RequestCard } from './RequestCard.tsx'
import styles from './Requests.module.css'
import { TextArea } from './TextArea.tsx'
import * as texts from './texts.ru.ts'

const ADDRESS = '/school/people/requests'
const PAGE = 50
/** So many are seen at a glance. */
const FEW = 5

/** What families and homeroom teachers ask to be put into the cards. */
export default function RequestsScreen() {
  const decided = new URLSearchParams(useSearch()).get('state') === 'decided'
  const state = decided ? 'decided' : 'open'
  const { data, error, refetch } = useQuery('people.requests', { state })
  const [doing, setDoing] = useState<{ kind: 'accept' | 'decline'; request: Request } | null>(null)
  const [search, setSearch] = useState('')
  const [reversed, setReversed] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const matching = finderOf(data?.requests ?? [], ({ name, className, author, comment, kind }) => [
    name, className, author, comment, texts.requests.kinds[kind],
  ])(search) // biome-ignore format: one glance
  const inOrder = reversed ? matching.toReversed() : matching
  return (
    <Page
      controls={
        <SegmentedTabs
          label={texts.requests.tabs}
          tabs={[
            { href: ADDRESS, label: texts.requests.open },
            { href: `${ADDRESS}?state=decided`, label: texts.requests.decided },
          ]}
        />
      }
      title={texts.requests.title}
      subtitle={<Link href="/school/people">{texts.list.title}</Link>}
      width="narrow"
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data?.requests.length === 0 && <EmptyState title={texts.requests.none} text={texts.requests.noneText} />}
      {data && data.requests.length > FEW && (
        <div className={styles.tools}>
          <SearchField
            label={texts.requests.search}
            value={search}
            onChange={(text) => {
              setSearch(text)
              setShown(PAGE)
            }}
          />
          <SelectField
            label={texts.requests.order}
            bare
            value={String(reversed)}
            options={texts.requests.orders.map((label, i) => ({ value: String((i === 1) !== decided), label }))}
            onChange={(value) => setReversed(value === 'true')}
          />
          <span role="status" className={form.quiet}>
            {texts.requests.found(matching.length)}
          </span>
        </div>
      )}
      <div className={styles.list}>
        {inOrder.slice(0, shown).map((request) => (
          <RequestCard key={request.requestId} request={request} linked>
            {request.state === 'open' && (
              <>
                <Button kind="primary" onClick={() => setDoing({ kind: 'accept', request })}>
                  {texts.requests.acceptAs[request.kind]}
                </Button>
                <Button onClick={() => setDoing({ kind: 'decline', request })}>{texts.requests.decline}</Button>
              </>
            )}
          </RequestCard>
        ))}
      </div>
      {inOrder.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{texts.requests.more(inOrder.length - shown)}</Button>
      )}
      {doing && <DecideDialog kind={doing.kind} request={doing.request} onDone={refetch} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function DecideDialog({
  kind,
  request,
  onDone,
  onClose,
}: {
  kind: 'accept' | 'decline'
  request: Request
  onDone: () => void
  onClose: () => void
}) {
  const [, navigate] = useLocation()
  const accept = useCommand('people.acceptRequest')
  const decline = useCommand('people.declineRequest')
  const [answer, setAnswer] = useState('')
  const [evenIfSimilar, setEvenIfSimilar] = useState(false)
  const { requestId } = request
  // A refusal has its reason, and who asked about their data waits for words.
  const answered = kind === 'decline' || request.kind === 'access' || request.kind === 'erase'
  const confirm = async () => {
    if (kind === 'decline') {
      await decline.run({ requestId, answer })
      toast(texts.requests.declined)
    } else {
      const { personId } = await accept.run({ requestId, answer, evenIfSimilar })
      toast(texts.requests.acceptedAs[request.kind])
      if (request.kind === 'arrived' && personId) navigate(`/school/people/${personId}`)
    }
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog
      title={`${texts.requests.kinds[request.kind]}: ${request.name}`}
      action={kind === 'accept' ? texts.requests.acceptAs[request.kind] : texts.requests.decline}
      danger={kind === 'decline'}
      disabled={answered && answer.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={form.fields}>
        <TextArea
          label={texts.requests.answer}
          hint={texts.requests.answerHint}
          required={answered}
          value={answer}
          onChange={setAnswer}
        />
        {kind === 'accept' && request.kind === 'arrived' && (
          <CheckboxField label={texts.requests.evenIfSimilar} checked={evenIfSimilar} onChange={setEvenIfSimilar} />
        )}
      </div>
    </ConfirmDialog>
  )
}
