import { IconArrowsExchange, IconX } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { byName } from '#domain/platform/texts.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { say } from '#web/ui/status.ts'
import { type Draft, move, placeOf, step } from './draft.ts'
import styles from './Subgroups.module.css'
import * as texts from './texts.ru.ts'

type Pupil = { studentId: string; name: string }
type Props = { pupils: readonly Pupil[]; draft: Draft; onChange: (draft: Draft) => void }

const KIND = 'text/plain'

/** Columns of students: dragged by mouse, moved by arrows, by a menu on a phone. */
export function Columns({ pupils, draft, onChange }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<string | null>(null)
  const labelOf = (groupId: string | null) => draft.find((one) => one.groupId === groupId)?.label ?? texts.unplaced
  const change = (next: Draft, { studentId, name }: Pupil, follow = false) => {
    if (next === draft) return
    onChange(next)
    say(texts.moved(name, labelOf(placeOf(next, studentId))))
    // The row is in another column now: the focus goes along, and the page too when the keyboard moves it.
    requestAnimationFrame(() => {
      root.current?.querySelector<HTMLElement>(`[data-student="${studentId}"]`)?.focus({ preventScroll: !follow })
    })
  }
  const onKeyDown = (event: KeyboardEvent, pupil: Pupil) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault()
      change(step(draft, pupil.studentId, event.key === 'ArrowLeft' ? -1 : 1), pupil, true)
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const row = event.currentTarget
      const next = event.key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling
      if (next instanceof HTMLElement) next.focus()
    }
  }
  const onDrop = (event: DragEvent, groupId: string | null) => {
    event.preventDefault()
    setOver(null)
    const pupil = pupils.find((one) => one.studentId === event.dataTransfer.getData(KIND))
    if (pupil) change(move(draft, pupil.studentId, groupId), pupil)
  }
  const columns = [{ groupId: null, label: texts.unplaced }, ...draft] as const
  return (
    <div ref={root} className={styles.columns}>
      {columns.map(({ groupId, label }) => {
        const own = pupils
          .filter(({ studentId }) => placeOf(draft, studentId) === groupId)
          .toSorted((a, b) => byName(a.name, b.name))
        return (
          <section
            key={groupId ?? ''}
            className={styles.column}
            aria-label={label}
            data-over={over === (groupId ?? '') || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(groupId ?? '')
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => onDrop(event, groupId)}
          >
            <div className={styles.head}>
              {groupId === null ? (
                <strong>{own.length === 0 ? texts.allPlaced : label}</strong>
              ) : (
                <input
                  className={styles.label}
                  aria-label={texts.label}
                  value={label}
                  maxLength={60}
                  onChange={(event) =>
                    onChange(draft.map((part) => (part.groupId === groupId ? { ...part, label: event.target.value } : part)))
                  }
                />
              )}
              <span className={styles.count}>{texts.people(own.length)}</span>
              {groupId !== null && (
                <IconButton
                  label={texts.removeGroup(label)}
                  icon={<IconX size={16} />}
                  size="s"
                  onClick={() => onChange(draft.filter((part) => part.groupId !== groupId))}
                />
              )}
            </div>
            <ul className={styles.list}>
              {own.map((pupil) => (
                <li
                  key={pupil.studentId}
                  className={styles.pupil}
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the student from column to column
                  tabIndex={0}
                  data-student={pupil.studentId}
                  draggable
                  onDragStart={(event) => {
                    event.dataTransfer.setData(KIND, pupil.studentId)
                    event.dataTransfer.effectAllowed = 'move'
                  }}
                  onKeyDown={(event) => onKeyDown(event, pupil)}
                >
                  <span className={styles.name}>{pupil.name}</span>
                  <Menu label={texts.move(pupil.name)} trigger={<IconArrowsExchange size={17} aria-hidden />}>
                    {(close) =>
                      columns
                        .filter((one) => one.groupId !== groupId)
                        .map((one) => (
                          <MenuItem
                            key={one.groupId ?? ''}
                            onClick={() => {
                              close()
                              change(move(draft, pupil.studentId, one.groupId), pupil)
                            }}
                          >
                            {texts.moveTo(one.label)}
                          </MenuItem>
                        ))
                    }
                  </Menu>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
