import { IconPrinter } from '@tabler/icons-react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Input } from '#domain/operations.ts'
import { maskedNames, type NameStyle, type Place } from '#domain/people/masked.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { isStaff } from '#web/access/people.ts'
import { call } from '#web/platform/client.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useMe } from '#web/platform/session.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './PrintBar.module.css'
import { PrintFoot } from './PrintFoot.tsx'
import { setMasks } from './printed.ts'
import * as texts from './texts.ru.ts'

type Props = {
  kind: Input<'school.notePrint'>['kind']
  /** Of what: a class, a journal, a period. */
  about: string
  students: readonly { studentId: string; name: string }[]
  /** Whose list the numbers are of; null: of each student’s own class. */
  classId: string | null
  on: PlainDate
  /** The diary of one student has no numbers to choose from. */
  numbered?: boolean
  /** Beside other icons: no words. */
  bare?: boolean
}

const order: NameStyle[] = ['full', 'initials', 'numbers']

/**
 * Prints the page with names, initials or numbers of its students, as the school has it unless the person chooses; also when the browser
 * is told to print past it. What staff print stays in the history. [S4 К8, У13]
 */
export function PrintBar({ kind, about, students, classId, on, numbered = true, bare = false }: Props) {
  const me = useMe()
  const usual = me.policies['people.printedNames']
  const places = useRef<{ key: string; of: ReadonlyMap<string, Place> }>({ key: '', of: new Map() })
  const key = `${classId} ${on}`
  const load = useCallback(async () => {
    if (places.current.key === key) return
    const { places: found } = await call('classes.places', { on, ...(classId ? { classId } : {}) })
    places.current = { key, of: new Map(found.map(({ studentId, ...place }) => [studentId, place])) }
  }, [key, on, classId])
  useEffect(() => {
    // Ctrl+P past the menu prints as the school has it: the numbers must be there by then.
    if (usual !== 'full' && numbered && isStaff(me)) load().catch(() => {}) // without them initials stand on paper
  }, [usual, numbered, me, load])
  const chosen = useRef<NameStyle | null>(null)
  const begin = () => {
    const style = chosen.current ?? (usual === 'numbers' && !numbered ? 'initials' : usual)
    const known = places.current.key === key ? places.current.of : new Map<string, Place>()
    flushSync(() => setMasks(style === 'full' ? null : maskedNames(students, style, known)))
    if (!isStaff(me)) return
    const note = { kind, about: about.slice(0, 160), names: style, students: students.length }
    call('school.notePrint', note, { operationId: newOperationId() }).catch(() => {}) // paper does not wait for a network
  }
  const beginNow = useRef(begin)
  useLayoutEffect(() => {
    beginNow.current = begin
  })
  useEffect(() => {
    const before = () => beginNow.current()
    const after = () => {
      chosen.current = null
      setMasks(null)
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      setMasks(null)
    }
  }, [])
  const print = async (style: NameStyle) => {
    try {
      if (style !== 'full' && numbered) await load()
    } catch {
      if (style === 'numbers') return toast(texts.noNumbers) // alike initials are counted instead
    }
    chosen.current = style
    window.print()
  }
  const icon = <IconPrinter size={bare ? 19 : 17} stroke={1.7} aria-hidden />
  return (
    <>
      <Menu
        label={texts.print}
        trigger={
          bare ? (
            <span className={styles.bare}>{icon}</span>
          ) : (
            <span className={styles.button}>
              {icon}
              {texts.print}
            </span>
          )
        }
      >
        {(close) =>
          order
            .filter((style) => numbered || style !== 'numbers')
            .map((style) => (
              <MenuItem
                key={style}
                hint={style === usual && texts.usual}
                onClick={() => {
                  close()
                  void print(style)
                }}
              >
                {texts.styles[style]}
              </MenuItem>
            ))
        }
      </Menu>
      <PrintFoot />
    </>
  )
}
