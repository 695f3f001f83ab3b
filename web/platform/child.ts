import { useSyncExternalStore } from 'react'
import { listName } from '#domain/people/names.ts'
import { useMe } from './session.tsx'

export type Child = { studentId: string; name: string; className: string }

const KEY = 'zvonok.child'
const listeners = new Set<() => void>()

/** The student whose diary is on the screen: the one chosen in the header, or the student in person; null for everybody else. */
export function useChild(): Child | null {
  const me = useMe()
  const chosen = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY))
  if (me.actor.student)
    return { studentId: me.actor.personId, name: listName(me.actor.name), className: me.children[0]?.className ?? '' }
  return me.children.find((child) => child.studentId === chosen) ?? me.children[0] ?? null
}

/** Chooses the child whose diary is shown, on this device. */
export function chooseChild(studentId: string): void {
  localStorage.setItem(KEY, studentId)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
