import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { isPlainDate, type PlainDate, schoolYearStart } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { usePrinting } from '#web/ui/usePrinting.ts'
import { useChosen } from './chosen.ts'
import { InconsistenciesCard } from './InconsistenciesCard.tsx'
import { type Line, LineTable } from './LineTable.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import styles from './Movement.module.css'
import { PaperBook } from './PaperBook.tsx'
import * as texts from './texts.ru.ts'

/** The movement book of a period with its totals, and what does not fit together. `?find=…` looks somebody up to be enrolled. R092, R093. */
export default function MovementScreen() {
  const { today } = useMe()
  const can = useCan()
  const printing = usePrinting()
  const [period, setPeriod] = useState<{ from: string; to: string }>(() => yearSoFar(today))
  const sought = new URLSearchParams(useSearch()).get('find')
  const { chosen, forget } = useChosen()
  const [enrolling, setEnrolling] = useState(sought !== null || chosen !== null)
  const right = isPlainDate(period.from) && isPlainDate(period.to) && period.from <= period.to
  const { data, error, refetch } = useQuery('classes.movement', period as { from: PlainDate; to: PlainDate }, {
    enabled: right,
    previous: true,
  })
  const keeps = can('classes.depart', { kind: 'person', personId: '', classes: [] })
  const totals = data && [
    [texts.totals.before(period.from as PlainDate), data.totals.before],
    [texts.totals.arrived, data.totals.arrived],
    [texts.totals.departed, data.totals.departed],
    [texts.totals.transferred, data.totals.transferred],
    [texts.totals.after(period.to as PlainDate), data.totals.after],
  ]
  return (
    <Page
      title={texts.title}
      width="full"
      actions={
        <>
          {data && (
            <PrintBar
              kind="movement"
              about={`${numericDate(period.from)}–${numericDate(period.to)}`}
              students={movedIn(data.lines)}
              classId={null}
              on={today}
              numbered={false}
            />
          )}
          {keeps && (
            <Button kind="primary" icon={<IconUserPlus size={17} aria-hidden />} onClick={() => setEnrolling(true)}>
              {texts.enrol}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.period}>
        <DateField label={texts.from} value={period.from} max={period.to} onChange={(from) => setPeriod({ ...period, from })} />
        <DateField label={texts.to} value={period.to} min={period.from} onChange={(to) => setPeriod({ ...period, to })} />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {totals && (
        <dl className={styles.totals} aria-label={texts.totals.label}>
          {totals.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{n}</dd>
            </div>
          ))}
        </dl>
      )}
      {data && printing && <PaperBook lines={data.lines.filter((one) => !one.cancelled)} />}
      {data && (
        <div className={styles.screen}>
          <LineTable lines={data.lines} keeps={keeps} />
        </div>
      )}
      <div className={styles.screen}>
        <InconsistenciesCard />
      </div>
      {enrolling && (
        <MoveDialog
          kind="enrol"
          {...(sought ? { sought } : {})}
          {...(chosen ? { student: chosen } : {})}
          onClose={() => {
            setEnrolling(false)
            forget()
          }}
        />
      )}
    </Page>
  )
}

/** Each student of the book once: who moved twice has one name. */
const movedIn = (lines: readonly Line[]) => [
  ...new Map(lines.map(({ studentId, student }) => [studentId, { studentId, name: student }])).values(),
]

/** From the first of September; in summer from the first of July, when everything is about the year to come. */
function yearSoFar(today: PlainDate): { from: string; to: string } {
  const september = `${schoolYearStart(today)}-09-01`
  return { from: today < september ? `${schoolYearStart(today)}-07-01` : september, to: today }
}
