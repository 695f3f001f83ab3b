import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { moment, numericDate } from '#domain/platform/dateTexts.ts'
import { Problem } from '#web/platform/client.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import type { LogFilter } from './filter.ts'
import styles from './Log.module.css'
import { RowChanges } from './RowChanges.tsx'
import { log, state, entry as texts } from './texts.ru.ts'

type Action = Output<'audit.action'>
type About = Action['entry']['about'][number]
type Props = { operationId: string; onShow: (filter: LogFilter) => void; onClose: () => void }

/** One action whole: who, from where, what was before and after, its place in the chain. */
export function ActionDialog({ operationId, onShow, onClose }: Props) {
  const { data, error, refetch } = useQuery('audit.action', { operationId })
  const title = data?.entry.sentence ?? log.title
  // Who sees the log may see its entries: what is refused is not there.
  const gone = error instanceof Problem && error.code === 'access.denied'
  return (
    <Dialog
      title={title.charAt(0).toUpperCase() + title.slice(1)}
      shape="wide"
      onClose={onClose}
      footer={
        <Button data-autofocus onClick={onClose}>
          {texts.close}
        </Button>
      }
    >
      {gone && <EmptyState title={texts.gone} />}
      {!data && !gone && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data && (
        <>
          <Facts action={data} entry={data.entry} onShow={onShow} />
          <h3 className={styles.heading}>{texts.changes}</h3>
          {data.rows.length === 0 && <p className={styles.soft}>{texts.noChanges}</p>}
          {data.rows.map((row, index) => (
            <RowChanges key={index} row={row} />
          ))}
          {data.more > 0 && <p className={styles.soft}>{texts.more(data.more)}</p>}
        </>
      )}
    </Dialog>
  )
}

function Facts({
  action: { login, session, seal },
  entry: { at, actor, about, number },
  onShow,
}: {
  action: Action
  entry: Action['entry']
  onShow: (filter: LogFilter) => void
}) {
  const { school } = useMe()
  const when = (iso: string) => moment(iso, school.timeZone)
  return (
    <dl className={styles.facts}>
      <dt>{texts.when}</dt>
      <dd>{when(at)}</dd>
      <dt>{texts.who}</dt>
      <dd>
        {actor?.name ?? log.machine}
        {login && <span className={styles.soft}>, {texts.login(login)}</span>}
        {actor && (
          <Button kind="quiet" size="s" onClick={() => onShow({ actorId: actor.personId })}>
            {texts.sameActor}
          </Button>
        )}
      </dd>
      <dt>{texts.session}</dt>
      <dd>
        {session ? (
          <>
            {[session.device, session.address].filter(Boolean).join(', ')}
            <span className={styles.soft}>
              {' '}
              {[texts.begun(when(session.startedAt)), session.endedAt && texts.ended(when(session.endedAt))]
                .filter(Boolean)
                .join(', ')}
            </span>
            <Button kind="quiet" size="s" onClick={() => onShow({ sessionId: session.sessionId })}>
              {texts.sameSession}
            </Button>
          </>
        ) : (
          <span className={styles.soft}>{texts.noSession}</span>
        )}
      </dd>
      {about.length > 0 && (
        <>
          <dt>{texts.about}</dt>
          <dd>
            {about.map((one) => (
              <AboutLine key={one.id} about={one} onShow={onShow} />
            ))}
          </dd>
        </>
      )}
      <dt>{texts.place}</dt>
      <dd>
        {number === null ? (
          log.waitingText
        ) : (
          <>
            {texts.number(number)}
            {seal && (
              <span className={styles.soft}>
                , {state.seal(seal.number)}, {when(seal.at)}
              </span>
            )}
          </>
        )}
      </dd>
    </dl>
  )
}

function AboutLine({ about, onShow }: { about: About; onShow: (filter: LogFilter) => void }) {
  const { kind, id, label, courseId, date } = about
  const can = useCan()
  const { actor, today } = useMe()
  const readsJournals = actor.roles.some(
    ({ role, from, to }) => role !== 'administrator' && role !== 'custom' && from <= today && (!to || today <= to),
  )
  const told = date ? `${label}, ${numericDate(date)}` : label
  const address =
    kind === 'person' && can('people.list', { kind: 'school' })
      ? `/school/people/${id}`
      : (kind === 'lesson' || kind === 'course') && courseId && readsJournals
        ? `/journal/${courseId}`
        : kind === 'group' && can('classes.overview', { kind: 'school' })
          ? `/school/classes/${id}`
          : null
  return (
    <span className={styles.subject}>
      {address ? <Link href={address}>{told}</Link> : told}
      <Button kind="quiet" size="s" onClick={() => onShow({ aboutId: id })}>
        {texts.sameAbout(label)}
      </Button>
    </span>
  )
}
