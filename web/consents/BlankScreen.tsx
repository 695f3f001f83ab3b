import { IconPrinter } from '@tabler/icons-react'
import { useParams, useSearch } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './Blank.module.css'
import * as texts from './texts.ru.ts'

/** A consent to be signed on paper: an empty one, or one for every student of a class with the names filled in. */
export default function BlankScreen() {
  const { purposeId = '' } = useParams<{ purposeId: string }>()
  const classId = new URLSearchParams(useSearch()).get('class') ?? ''
  const all = useQuery('consents.purposes', {})
  const group = useQuery('consents.ofClass', { classId }, { enabled: classId !== '' })
  const purpose = all.data?.purposes.find((one) => one.purposeId === purposeId)
  const pupils = classId === '' ? [null] : (group.data?.students ?? [])
  const error = all.error ?? group.error
  const ready = purpose && (classId === '' || group.data)
  const inUse = all.data?.purposes.filter(({ archived }) => !archived) ?? []
  return (
    <Page
      title={texts.sheet.title}
      subtitle={purpose?.name}
      actions={
        <Button kind="primary" icon={<IconPrinter size={17} aria-hidden />} disabled={!ready} onClick={() => window.print()}>
          {texts.sheet.print}
        </Button>
      }
      controls={
        inUse.length > 1 && (
          <SegmentedTabs
            label={texts.recording.purpose}
            tabs={inUse.map((one) => ({
              href: `/school/consents/blank/${one.purposeId}${classId && `?class=${classId}`}`,
              label: one.name,
            }))}
          />
        )
      }
    >
      {!ready &&
        (error ? <ErrorState error={error} /> : all.data && !purpose ? <EmptyState title={texts.none} /> : <Skeleton rows={6} />)}
      {ready && (
        <div className={styles.sheets}>
          {pupils.map((pupil) => (
            <Sheet
              key={pupil?.studentId ?? 'empty'}
              name={purpose.name}
              body={purpose.body}
              child={pupil ? `${pupil.name}, ${group.data?.className}` : ''}
              parent={pupil?.guardians.length === 1 ? pupil.guardians[0]!.name : ''}
            />
          ))}
        </div>
      )}
    </Page>
  )
}

function Sheet({ name, body, child, parent }: { name: string; body: string; child: string; parent: string }) {
  const { school } = useMe()
  const { sheet } = texts
  return (
    <article className={styles.sheet}>
      <p className={styles.school}>{school.name}</p>
      <h2 className={styles.heading}>{sheet.heading}</h2>
      <p className={styles.purpose}>{name}</p>
      <Blank caption={sheet.lines.parent} value={parent} />
      <Blank caption={sheet.lines.document} value="" />
      <Blank caption={sheet.lines.child} value={child} />
      <p className={styles.body}>{body}</p>
      <p>{sheet.decision}</p>
      <p className={styles.decision}>
        <span className={styles.box}>{sheet.yes}</span>
        <span className={styles.box}>{sheet.no}</span>
      </p>
      <p className={styles.caption}>{sheet.term}</p>
      <div className={styles.signature}>
        <Blank caption={sheet.date} value="" />
        <Blank caption={sheet.signature} value="" />
        <Blank caption={sheet.meaning} value="" />
      </div>
    </article>
  )
}

function Blank({ caption, value }: { caption: string; value: string }) {
  return (
    <div className={styles.blank}>
      <span className={styles.written}>{value}</span>
      <span className={styles.caption}>{caption}</span>
    </div>
  )
}
