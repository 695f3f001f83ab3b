import { useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { shortName } from '#domain/people/names.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { usePrinting } from '#web/ui/usePrinting.ts'
import styles from './PrintFoot.module.css'
import { useMasked } from './printed.ts'
import { footEverySheet, repeatsFoot } from './sheetFoot.ts'
import * as texts from './texts.ru.ts'

/** Who printed this and when, and that it holds personal data when names stand on it: on every sheet, or at the end of the last one. */
export function PrintFoot() {
  const { actor, school } = useMe()
  const printing = usePrinting()
  const masked = useMasked()
  const by = texts.printedBy(shortName(actor.name), moment(new Date().toISOString(), school.timeZone))
  const line = masked ? by : `${by}. ${texts.personalData}`
  useLayoutEffect(() => (printing ? footEverySheet(line) : undefined), [printing, line])
  return printing && !repeatsFoot() && createPortal(<p className={styles.foot}>{line}</p>, document.body)
}
