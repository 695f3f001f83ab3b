import { IconCircleCheck, IconPrinter } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { daysBetween } from '#domain/platform/dates.ts'
import { fullDate } from '#domain/platform/dateTexts.ts'
import { percentOf, readiness } from '#domain/readiness/rules.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useScreens } from '#web/platform/screenList.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { addressOf } from './addresses.ts'
import styles from './ReadinessScreen.module.css'
import * as texts from './texts.ru.ts'

type Board = Output<'readiness.board'>

/** Every section against 5 September: what is done, what is missing, and the way there. */
export default function ReadinessScreen() {
  const { data, error, refetch } = useQuery('readiness.board', {})
  const { year, deadline } = data ?? {}
  return (
    <Page
      title={texts.board.title}
      subtitle={year && deadline && texts.board.subtitle(year.name, fullDate(deadline))}
      actions={
        <>
          <ButtonLink href="/school/readiness/paper">{texts.board.paper}</ButtonLink>
          <Button icon={<IconPrinter size={17} aria-hidden />} onClick={() => window.print()}>
            {texts.board.print}
          </Button>
        </>
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={12} />)}
      {data && !year && (
        <EmptyState
          title={texts.board.noYear}
          text={texts.board.noYearText}
          action={
            <ButtonLink href="/school/year" kind="primary">
              {texts.board.openYear}
            </ButtonLink>
          }
        />
      )}
      {data && (
        <>
          <div className={styles.whole}>
            <ProgressBar
              label={texts.board.whole}
              value={readiness(data.sections)}
              max={100}
              told={`${readiness(data.sections)} %`}
            />
            {deadline && <Deadline deadline={deadline} />}
          </div>
          <ul className={styles.sections}>
            {data.sections.map((section) => (
              <Section key={section.key} section={section} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function Deadline({ deadline }: { deadline: NonNullable<Board['deadline']> }) {
  const { today } = useMe()
  const days = daysBetween(today, deadline)
  return (
    <p className={styles.deadline} data-late={days < 0 || undefined}>
      {days > 0 ? texts.board.left(days) : days === 0 ? texts.board.today : texts.board.overdue(-days)}
    </p>
  )
}

function Section({ section: { key, done, total, missing } }: { section: Board['sections'][number] }) {
  const me = useMe()
  const screens = useScreens()
  const { title, about } = texts.sections[key]
  const percent = percentOf({ done, total })
  const href = addressOf[key]
  const reachable = screens.some((screen) => screen.path === href && screen.allowed(me))
  return (
    <li className={styles.section} data-done={percent === 100 || undefined}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          {percent === 100 && <IconCircleCheck size={18} stroke={1.8} aria-label={texts.board.done} />}
          {title}
        </h2>
        <p className={styles.about}>{about}</p>
        {missing.length > 0 && (
          <p className={styles.missing}>
            {texts.board.missing}: {missing.join('; ')}
            {total - done > missing.length && ` ${texts.board.more(total - done - missing.length)}`}
          </p>
        )}
      </div>
      <div className={styles.bar}>
        <ProgressBar label={texts.board.of(done, total)} value={done} max={total} />
        {reachable && (
          <Link href={href} className={styles.go} aria-label={`${texts.board.go}: ${title}`}>
            {texts.board.go}
          </Link>
        )}
      </div>
    </li>
  )
}
