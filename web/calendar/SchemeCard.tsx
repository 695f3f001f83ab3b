import { IconLock, IconTrash } from '@tabler/icons-react'
import {
  daysOfTermByWeeks,
  type Grades,
  type Scheme,
  type Term,
  type TermKind,
  termKinds,
  whyDatesAreWrong,
} from '#domain/calendar/rules.ts'
import { termsProposed } from '#domain/calendar/template.ts'
import { gradesText, termName } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './forms.module.css'
import { GradesFields } from './GradesFields.tsx'
import * as texts from './texts.ru.ts'

/** The periods of some grades: their kind, their dates. Closed ones stand as they are, and keep kind and grades of the rest. */
export function SchemeCard({
  scheme,
  plan,
  locked,
  onChange,
}: {
  scheme: Scheme
  plan: Output<'calendar.yearPlan'>
  locked: ReadonlySet<string>
  onChange: (terms: Term[]) => void
}) {
  const { kind, terms } = scheme
  const fixed = terms.some(({ termId }) => locked.has(termId))
  const last = terms.at(-1)!
  const startYear = Number(plan.from.slice(0, 4))
  /** Dates by the pattern; periods that are there keep their ids, and with them their lessons. */
  const propose = (next: TermKind, grades: Grades) =>
    onChange(
      termsProposed(next, grades, startYear).map((term, i) => {
        const own = terms[i]
        return own && locked.has(own.termId) ? own : { ...term, termId: own?.termId ?? newOperationId() }
      }),
    )
  const set = (changed: Term) => onChange(terms.map((term) => (term.termId === changed.termId ? changed : term)))
  return (
    <Card title={gradesText(scheme)} note={texts.termsStep.kinds[kind].toLowerCase()} padded>
      <div className={styles.scheme}>
        <GradesFields
          value={scheme}
          disabled={fixed}
          onChange={(grades) => onChange(terms.map((term) => ({ ...term, ...grades })))}
        />
        <SelectField
          label={texts.termsStep.kind}
          value={kind}
          disabled={fixed}
          options={termKinds.map((one) => ({ value: one, label: texts.termsStep.kinds[one] }))}
          onChange={(next) => propose(next as TermKind, scheme)}
        />
        <Button onClick={() => propose(kind, scheme)}>{texts.termsStep.propose}</Button>
      </div>
      {terms.map((term) => {
        const closed = locked.has(term.termId)
        const name = termName(term.kind, term.number)
        return (
          <fieldset key={term.termId} className={[styles.line, styles.term, styles.bare].join(' ')} aria-label={name}>
            <span className={[styles.name, styles.wide].join(' ')}>
              {name} {closed && <IconLock className={styles.lock} size={16} aria-label={texts.termsStep.locked} />}
            </span>
            <DateField
              label={texts.termsStep.from}
              value={term.from}
              error={term.from ? null : texts.dayMissing}
              min={plan.from}
              max={plan.to}
              disabled={closed}
              onChange={(from) => set({ ...term, from })}
            />
            <DateField
              label={texts.termsStep.to}
              value={term.to}
              error={term.to ? null : texts.dayMissing}
              min={plan.from}
              max={plan.to}
              disabled={closed}
              onChange={(to) => set({ ...term, to })}
            />
            {whyDatesAreWrong(term) === null && (
              <span className={styles.amount}>{texts.schoolDaysInWeeks(daysOfTermByWeeks(term, plan))}</span>
            )}
          </fieldset>
        )
      })}
      <div className={styles.buttons}>
        <Button
          size="s"
          onClick={() => {
            const from = last.to ? addDays(last.to, 1) : ''
            onChange([
              ...terms,
              { ...last, termId: newOperationId(), number: last.number + 1, from, to: from < plan.to ? plan.to : from },
            ])
          }}
        >
          {texts.termsStep.addTerm}
        </Button>
        {terms.length > 1 && !locked.has(last.termId) && (
          <Button size="s" onClick={() => onChange(terms.slice(0, -1))}>
            {texts.termsStep.removeTerm}
          </Button>
        )}
        {!fixed && (
          <Button size="s" kind="quiet" icon={<IconTrash size={16} aria-hidden />} onClick={() => onChange([])}>
            {texts.termsStep.removeScheme}
          </Button>
        )}
      </div>
    </Card>
  )
}
