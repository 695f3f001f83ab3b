import { chooseChild, useChild } from '#web/platform/child.ts'
import { useMe } from '#web/platform/session.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './ChildSwitcher.module.css'
import * as texts from './texts.ru.ts'

/** For parents: whose diary is shown. One child is just named. */
export function ChildSwitcher() {
  const { actor, children } = useMe()
  const child = useChild()
  if (actor.student || !child) return null
  if (children.length === 1) return <span className={styles.name}>{texts.childLine(child)}</span>
  return (
    <SelectField
      label={texts.child}
      bare
      value={child.studentId}
      options={children.map((one) => ({ value: one.studentId, label: texts.childLine(one) }))}
      onChange={chooseChild}
    />
  )
}
