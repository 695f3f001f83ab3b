import type { Grades } from '#domain/calendar/rules.ts'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './forms.module.css'
import * as texts from './texts.ru.ts'

const options = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))

/** «Все классы», or from which to which. */
export function GradesFields({
  value: { fromGrade, toGrade },
  onChange,
  disabled,
}: {
  value: Grades
  onChange: (grades: Grades) => void
  disabled?: boolean
}) {
  const all = fromGrade <= 1 && toGrade >= 11
  return (
    <div className={styles.grades}>
      <SelectField
        label={texts.grades.label}
        value={all ? 'all' : 'some'}
        options={[
          { value: 'all', label: texts.grades.all },
          { value: 'some', label: texts.grades.some },
        ]}
        disabled={disabled}
        onChange={(next) => onChange(next === 'all' ? { fromGrade: 1, toGrade: 12 } : { fromGrade: 1, toGrade: 4 })}
      />
      {!all && (
        <>
          <SelectField
            label={texts.grades.from}
            value={String(fromGrade)}
            options={options}
            disabled={disabled}
            onChange={(grade) => onChange({ fromGrade: Number(grade), toGrade: Math.max(toGrade, Number(grade)) })}
          />
          <SelectField
            label={texts.grades.to}
            value={String(toGrade)}
            options={options}
            disabled={disabled}
            onChange={(grade) => onChange({ fromGrade: Math.min(fromGrade, Number(grade)), toGrade: Number(grade) })}
          />
        </>
      )}
    </div>
  )
}
