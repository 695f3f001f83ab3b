import { useId, useState } from 'react'
import { hoursText } from '#domain/curriculum/rules.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { SearchField } from '#web/ui/SearchField.tsx'
import styles from './Load.module.css'
import type { Load, TeacherLoad } from './loadView.ts'
import * as texts from './texts.ru.ts'

/** Teachers found by a name or a subject: those who teach the subjects already come first, with how much everybody has. */
export function TeacherPicker({
  load,
  teachers,
  subjectIds,
  chosen,
  onChoose,
}: {
  load: Load
  teachers: readonly TeacherLoad[]
  subjectIds: readonly string[]
  chosen: string | null
  onChoose: (personId: string) => void
}) {
  const group = useId()
  const [search, setSearch] = useState('')
  const nameOf = new Map(load.subjects.map(({ subjectId, name }) => [subjectId, name]))
  const known = teachers.map((one) => {
    const own = new Set([...one.running, ...one.ended].map(({ course }) => course.subjectId))
    return {
      ...one,
      teachesIt: subjectIds.some((subjectId) => own.has(subjectId)),
      words: searchForm([one.teacher.name, one.teacher.position, ...[...own].map((id) => nameOf.get(id) ?? '')].join(' ')),
    }
  })
  const shown = known
    .filter(({ words }) => words.includes(searchForm(search)))
    .sort((a, b) => Number(b.teachesIt) - Number(a.teachesIt))
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{texts.assignDialog.teacher}</legend>
      <div>
        <SearchField label={texts.assignDialog.search} value={search} onChange={setSearch} />
      </div>
      <div className={styles.people}>
        {shown.map(({ teacher, halfHours, teachesIt }) => (
          <label key={teacher.personId} className={styles.person}>
            <input
              type="radio"
              name={group}
              value={teacher.personId}
              checked={chosen === teacher.personId}
              onChange={() => onChoose(teacher.personId)}
            />
            <span className={styles.personName}>
              {teacher.name}
              <span className={styles.soft}>
                {[teacher.position, teachesIt && texts.assignDialog.teachesIt].filter(Boolean).join(', ')}
              </span>
            </span>
            <span className={styles.soft}>{texts.assignDialog.hoursNow(hoursText(halfHours), String(load.rateHours))}</span>
          </label>
        ))}
        {shown.length === 0 && <p className={styles.soft}>{texts.assignDialog.nobody}</p>}
      </div>
    </fieldset>
  )
}
