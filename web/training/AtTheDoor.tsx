import { IconCheck, IconUserMinus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import type { Presence } from '#domain/training/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { foundAtDoor, tapped } from './presence.ts'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'
import { useMarks } from './useMarks.ts'

type Sheet = Output<'training.sheet'>
const FEW = 8
/** «Н», in whichever layout the keyboard is. */
const ABSENT_KEYS = ['н', 'Н', 'y', 'Y', 'Delete']

/** The list that is marked while people come in: a tap a person, the rest at once. */
export function AtTheDoor({
  sheet,
  marks: open,
  keeps,
  onChange,
}: {
  sheet: Sheet
  marks: boolean
  keeps: boolean
  onChange: () => void
}) {
  const { trainingId } = sheet.training
  const { shown, mark } = useMarks(trainingId, sheet.people, onChange)
  const leave = useCommand('training.leaveOut')
  const [search, setSearch] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const found = foundAtDoor(shown, search)
  const left = shown.filter(({ presence }) => presence === null)
  const countOf = (presence: Presence) => shown.filter((one) => one.presence === presence).length
  const set = (person: (typeof shown)[number], presence: Presence | null) =>
    mark([{ personId: person.personId, presence, expected: person.presence }])
  const rest = (presence: Presence) => {
    const people = left.map(({ personId }) => personId)
    mark(people.map((personId) => ({ personId, presence, expected: null })))
    toast(texts.sheet.markedAll(people.length), {
      label: texts.sheet.undone,
      run: () => mark(people.map((personId) => ({ personId, presence: null, expected: presence }))),
    })
  }
  const leaveOut = async (personId: string, name: string) => {
    try {
      await leave.run({ trainingId, personId })
      toast(texts.sheet.removed(name))
      onChange()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  const walk = (event: KeyboardEvent, person: (typeof shown)[number]) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      rows[rows.indexOf(event.currentTarget as HTMLElement) + step]?.focus()
      event.preventDefault()
    } else if (ABSENT_KEYS.includes(event.key)) {
      set(person, 'absent')
      event.preventDefault()
    }
  }
  return (
    <>
      <p className={styles.count} role="status">
        {texts.sheet.count(countOf('present'), countOf('absent'), left.length)}
      </p>
      {shown.length > FEW && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const [first] = found
            if (!open || !first || search.trim() === '') return
            set(first, 'present')
            setSearch('')
          }}
        >
          <SearchField label={texts.sheet.find} value={search} onChange={setSearch} />
        </form>
      )}
      {open && left.length > 0 && (
        <div className={styles.tools}>
          <Button size="s" onClick={() => rest('present')}>
            {texts.sheet.allPresent}
          </Button>
          <Button size="s" onClick={() => rest('absent')}>
            {texts.sheet.allAbsent}
          </Button>
        </div>
      )}
      <Card>
        <ul ref={list} className={styles.people} aria-label={texts.sheet.label}>
          {found.map((person) => {
            const { personId, name, detail, presence, acquaintedOn } = person
            const untouched = presence === null && acquaintedOn === null
            return (
              <li key={personId} className={styles.person}>
                <button
                  type="button"
                  data-row
                  className={styles.mark}
                  data-presence={presence ?? undefined}
                  disabled={!open}
                  aria-pressed={presence === 'present'}
                  onClick={() => set(person, tapped(presence))}
                  onKeyDown={(event) => walk(event, person)}
                >
                  <span className={styles.box}>
                    {presence === 'absent' ? <IconX size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
                  </span>
                  <span className={styles.what}>
                    <span className={styles.name}>{name}</span>
                    <span className={styles.detail}>
                      {[detail, acquaintedOn && presence !== 'present' && texts.sheet.acquainted(acquaintedOn)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  <span className={styles.state}>{texts.sheet.states[presence ?? 'none']}</span>
                </button>
                <span className={styles.aside}>
                  {open && presence !== 'absent' && (
                    <Button size="s" kind="quiet" aria-label={texts.sheet.absentOf(name)} onClick={() => set(person, 'absent')}>
                      {texts.sheet.absent}
                    </Button>
                  )}
                  {keeps && untouched && (
                    <IconButton
                      size="s"
                      label={texts.sheet.leaveOut(name)}
                      icon={<IconUserMinus size={17} stroke={1.7} />}
                      onClick={() => void leaveOut(personId, name)}
                    />
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      </Card>
      {found.length === 0 && <p className={styles.detail}>{texts.sheet.found}</p>}
      {open && <p className={styles.detail}>{texts.sheet.hint}</p>}
    </>
  )
}
