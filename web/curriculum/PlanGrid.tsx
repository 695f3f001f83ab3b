import { type ClipboardEvent, type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { parseEntry } from '#domain/curriculum/entry.ts'
import { annualHalfHours, MOST_EXTRACURRICULAR, type Part, parts, totalsOf, weeklyLimit } from '#domain/curriculum/rules.ts'
import { partNames } from '#domain/curriculum/texts.ru.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { PlanCell } from './PlanCell.tsx'
import styles from './PlanGrid.module.css'
import { PlanHeading } from './PlanHeading.tsx'
import { PlanTotal } from './PlanTotal.tsx'
import { type Edit, editOf, type Place, type Plan, type Plans, paste, placeAfter, type Row, rowsOf, shown } from './sheet.ts'
import * as texts from './texts.ru.ts'

type Props = {
  data: Plans
  plans: readonly Plan[]
  readOnly: boolean
  onEdit: (edits: Edit[]) => void
  onUndo: () => void
  onOpen: (plan: Plan) => void
}

/** The curriculum as a sheet: subjects by parts, a column for every curriculum, sums against the norm below. */
export function PlanGrid({ data, plans, readOnly, onEdit, onUndo, onOpen }: Props) {
  const [added, setAdded] = useState<Pick<Row, 'part' | 'subjectId'>[]>([])
  const [wrong, setWrong] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const rows = useMemo(() => rowsOf(data.subjects, plans, added), [data.subjects, plans, added])
  const classesOf = useMemo(() => Map.groupBy(data.groups, ({ curriculumId }) => curriculumId), [data.groups])

  const commit = useCallback(
    (row: number, column: number, text: string) => {
      const entry = parseEntry(text)
      const edit = entry && editOf(plans[column]!, rows[row]!, entry)
      setWrong(null)
      if (edit) onEdit([edit])
    },
    [plans, rows, onEdit],
  )
  const tellWrong = useCallback((text: string) => setWrong(texts.plan.notHours(text)), [])
  const focusAt = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLInputElement>(`[data-at="${row}:${column}"]`)?.focus()

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const at = placeOf(event.target)
    if (!at) return
    if (event.key === 'Escape') setWrong(null)
    const input = event.target as HTMLInputElement
    if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && input.dataset.typed === undefined) {
      event.preventDefault()
      return onUndo()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || staysInside(event.key, input)) return
    const next = placeAfter(event.key === 'Enter' && event.shiftKey ? 'ArrowUp' : event.key, at, rows.length, plans.length)
    if (!next) return
    event.preventDefault()
    focusAt(next)
  }
  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    const at = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!at || readOnly || !/[\t\n]/.test(text)) return
    event.preventDefault()
    const pasted = paste(text, at, rows, plans)
    if (pasted.kind !== 'edits')
      return setWrong(pasted.kind === 'wrong' ? texts.plan.notHours(pasted.text) : texts.plan.notFitting)
    setWrong(null)
    onEdit(pasted.edits)
    toast(texts.plan.pasted(pasted.edits.length))
  }
  const addable = (part: Part) =>
    data.subjects.filter(
      ({ subjectId, archived }) => !archived && !rows.some((row) => row.part === part && row.subjectId === subjectId),
    )

  return (
    <>
      {wrong && <Notice kind="bad">{wrong}</Notice>}
      <div className={styles.frame}>
        <table ref={table} className={styles.table} onKeyDown={onKeyDown} onPaste={onPaste}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {texts.plan.subject}
              </th>
              {plans.map((plan) => (
                <PlanHeading
                  key={plan.curriculumId}
                  plan={plan}
                  classes={classesOf.get(plan.curriculumId) ?? []}
                  onOpen={readOnly ? null : onOpen}
                />
              ))}
            </tr>
          </thead>
          {parts.map((part) => (
            <tbody key={part}>
              <tr className={styles.part}>
                <th scope="rowgroup" colSpan={plans.length + 1}>
                  <span className={styles.partName}>{partNames[part]}</span>
                </th>
              </tr>
              {rows.map((row, index) =>
                row.part === part ? (
                  <tr key={row.subjectId}>
                    <th scope="row" className={styles.subject}>
                      {row.name}
                      {row.archived && <span className={styles.mark}>{texts.plan.archivedSubject}</span>}
                    </th>
                    {plans.map((plan, column) => (
                      <td key={plan.curriculumId} className={styles.cell}>
                        <PlanCell
                          label={texts.plan.cell(row.name, plan.name)}
                          text={shown(plan, row)}
                          row={index}
                          column={column}
                          readOnly={readOnly}
                          onCommit={commit}
                          onWrong={tellWrong}
                        />
                      </td>
                    ))}
                  </tr>
                ) : null,
              )}
              {!readOnly && (
                <tr className={styles.adding}>
                  <th scope="row" className={styles.subject}>
                    <SelectField
                      bare
                      label={texts.plan.addSubjectTo(partNames[part])}
                      value=""
                      options={[
                        { value: '', label: texts.plan.addSubject },
                        ...addable(part).map(({ subjectId, name }) => ({ value: subjectId, label: name })),
                      ]}
                      onChange={(subjectId) => setAdded([...added, { part, subjectId }])}
                    />
                  </th>
                  <td colSpan={plans.length} />
                </tr>
              )}
              {part === 'school' && (
                <>
                  <PlanTotal
                    label={texts.plan.perWeek}
                    kept
                    plans={plans}
                    has={(plan) => totalsOf(plan.lines).lessons}
                    limit={(plan) => weeklyLimit(plan.grade, plan.studyDays)}
                  />
                  <PlanTotal
                    label={texts.plan.perYear}
                    plans={plans}
                    has={(plan) => annualHalfHours(plan, totalsOf(plan.lines).lessons)}
                    limit={() => null}
                  />
                </>
              )}
              {part === 'federal' && (
                <PlanTotal
                  label={texts.plan.subtotal}
                  plans={plans}
                  has={(plan) => totalsOf(plan.lines).federal}
                  limit={() => null}
                />
              )}
              {part === 'extracurricular' && (
                <PlanTotal
                  label={texts.plan.outside}
                  plans={plans}
                  has={(plan) => totalsOf(plan.lines).extracurricular}
                  limit={() => MOST_EXTRACURRICULAR}
                />
              )}
            </tbody>
          ))}
        </table>
      </div>
    </>
  )
}

function placeOf(target: EventTarget): Place | null {
  const [row, column] = (target instanceof HTMLInputElement ? (target.dataset.at ?? '') : '').split(':').map(Number)
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column }
}

/** An arrow to the side moves through what is being typed, until it reaches its end. */
function staysInside(key: string, { selectionStart, selectionEnd, value, dataset }: HTMLInputElement): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  if (dataset.typed === undefined && selectionStart === 0 && selectionEnd === value.length) return false
  return key === 'ArrowLeft' ? selectionStart !== 0 || selectionEnd !== 0 : selectionStart !== value.length
}
