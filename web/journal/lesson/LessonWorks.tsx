import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { scaleValues } from '#domain/marks/rules.ts'
import { refusalText } from '#domain/texts.ts'
import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { weightText } from '../explain.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { padButton } from '../texts.ru.ts'
import styles from './LessonWorks.module.css'
import { works } from './texts.ru.ts'
import { useWorks } from './useWorks.ts'
import { WorkForm } from './WorkForm.tsx'
import { newWork, whyNoMoreWorks } from './works.ts'

type Props = { column: Column; locked: boolean; onFill: (columnId: string, value: number) => void }

/** Columns of a lesson: what each is, changing it, filling it for those who were there, one more. */
export function LessonWorks({ column, locked, onFill }: Props) {
  const { model, sheet } = useJournal()
  const { lesson } = column
  const [open, setOpen] = useState<string | null>(null)
  const edit = useWorks(lesson)
  const columns = model.columnsOfLesson.get(lesson.lessonId) ?? []
  const full = whyNoMoreWorks(lesson)
  const { scale } = model.page.course
  const values = scaleValues(scale, model.policy['marks.lowest'])
  const used = (workId: string) =>
    [...sheet.facts().marks].some(
      ([slot, mark]) => slot.startsWith(`mark:${workId}:`) && (mark.values.length > 0 || mark.dueOn !== null),
    )
  return (
    <section className={styles.works}>
      <h3 className={styles.heading}>{works.heading}</h3>
      <ul className={styles.list}>
        {columns.map(({ id, work, type }) =>
          work === null ? null : open === id ? (
            <li key={id}>
              <WorkForm
                framed
                start={work}
                action={works.save}
                onCancel={() => setOpen(null)}
                onSave={(draft) => {
                  edit.change(id, draft)
                  setOpen(null)
                }}
              />
            </li>
          ) : (
            <li key={id} className={styles.work}>
              <span className={styles.short}>{type?.shortName}</span>
              <span className={styles.name}>
                {type?.name}
                {work.title && <span className={styles.title}>{works.quoted(work.title)}</span>}
              </span>
              <span className={styles.weight}>{works.times(weightText(work.weight))}</span>
              {!locked && (
                <>
                  <IconButton
                    size="s"
                    label={works.change(type?.name ?? '')}
                    icon={<IconPencil size={17} stroke={1.7} />}
                    onClick={() => setOpen(id)}
                  />
                  {columns.length > 1 && !used(id) && (
                    <IconButton
                      size="s"
                      label={works.remove(type?.name ?? '')}
                      icon={<IconTrash size={17} stroke={1.7} />}
                      onClick={() => edit.remove(work)}
                    />
                  )}
                  <div className={styles.fill} role="group" aria-label={works.fillLabel(type?.name ?? '')}>
                    <span className={styles.fillText}>{works.fill}</span>
                    {values.map((value) => {
                      const { text, name } = padButton({ kind: 'value', value }, scale)
                      return (
                        <Button
                          key={value}
                          size="s"
                          aria-label={name.startsWith(text) ? name : `${text}, ${name}`}
                          onClick={() => onFill(id, value)}
                        >
                          {text}
                        </Button>
                      )
                    })}
                  </div>
                </>
              )}
            </li>
          ),
        )}
      </ul>
      {open === 'new' && (
        <WorkForm
          framed
          start={newWork(model.page)}
          action={works.add}
          onCancel={() => setOpen(null)}
          onSave={(draft) => {
            edit.add(draft)
            setOpen(null)
          }}
        />
      )}
      {!locked && open !== 'new' && (
        <div>
          <Button size="s" icon={<IconPlus size={16} />} disabled={full !== null} onClick={() => setOpen('new')}>
            {works.add}
          </Button>
          {full && <p className={styles.title}>{refusalText(full.code, full.params)}</p>}
        </div>
      )}
    </section>
  )
}
