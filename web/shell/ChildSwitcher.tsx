import { useSyncExternalStore } from 'react'
import { chooseChild, useChild } from '#web/platform/child.ts'
import { useMe } from '#web/platform/session.tsx'
import { SegmentedChoice } from '#web/ui/SegmentedChoice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './ChildSwitcher.module.css'
import { childLabel } from './childLabel.ts'
import * as texts from './texts.ru.ts'

/** For parents: whose diary is shown. One child is just named; two or three stand side by side where there is room. */
export function ChildSwitcher() {
  const { actor, children } = useMe()
  const child = useChild()
  const roomy = useSyncExternalStore(followWidth, () => desks.matches)
  if (actor.student || !child) return null
  if (children.length === 1) return <span className={styles.name}>{childLabel(child, children)}</span>
  const choice = {
    label: texts.child,
    value: child.studentId,
    options: children.map((one) => ({ value: one.studentId, label: childLabel(one, children) })),
    onChange: chooseChild,
  }
  return roomy && children.length <= 3 ? <SegmentedChoice {...choice} /> : <SelectField bare {...choice} />
}

const desks = window.matchMedia('(min-width: 60rem)')

function followWidth(listener: () => void): () => void {
  desks.addEventListener('change', listener)
  return () => desks.removeEventListener('change', listener)
}
