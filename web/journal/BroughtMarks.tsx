import { markText } from '#domain/journal/entry.ts'
import { dayAndShortMonth } from '#domain/platform/dateTexts.ts'
import { MarkChip } from '#web/ui/MarkChip.tsx'
import styles from './BroughtMarks.module.css'
import { useJournal } from './JournalContext.ts'
import { brought as texts } from './texts.ru.ts'

/** Whose marks of this term and subject were earned in another class before they came here: which they are, and that they count. */
export function BroughtMarks() {
  const { model } = useJournal()
  if (model.brought.size === 0) return null
  const { scale } = model.page.course
  const types = new Map(model.page.workTypes.map(({ typeId, name }) => [typeId, name]))
  return (
    <section className={styles.brought} aria-label={texts.label}>
      {[...model.brought].map(([studentId, marks]) => (
        <p key={studentId} className={styles.student}>
          <span>{texts.of(marks[0]!.name, [...new Set(marks.map(({ group }) => group))].join(', '))}</span>
          {marks.map(({ date, typeId, title, weight, values }, i) => (
            <span key={i} className={styles.mark}>
              <MarkChip
                text={markText([...values], false, scale)}
                weight={weight}
                title={[types.get(typeId), title].filter(Boolean).join(', ')}
                size="s"
              />
              <span className={styles.date}>{dayAndShortMonth(date)}</span>
            </span>
          ))}
          <span className={styles.counted}>{texts.counted}</span>
        </p>
      ))}
    </section>
  )
}
