import { useEffect, useState } from 'react'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { toast } from '#web/ui/toasts.ts'
import { beginHere, canShowHere, endHere, isShownHere } from './here.ts'
import styles from './NoticeSettings.module.css'
import { here } from './settings.texts.ru.ts'

/** Notices beside the app on this device. The browser is asked for permission only when the person presses. */
export function ShownHere() {
  const { actor } = useMe()
  const [on, setOn] = useState(() => isShownHere(actor.personId))
  const [denied, setDenied] = useState(() => canShowHere() && Notification.permission === 'denied')
  useEffect(() => {
    // Back from the settings of the browser.
    const look = () => canShowHere() && setDenied(Notification.permission === 'denied')
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  const begin = async () => {
    const answer = await Notification.requestPermission()
    setDenied(answer === 'denied')
    if (answer !== 'granted') return
    beginHere(actor.personId)
    setOn(true)
    toast(here.began)
  }
  const end = () => {
    endHere()
    setOn(false)
    toast(here.ended)
  }
  return (
    <Card title={here.title} padded>
      <div className={styles.hours}>
        <p>{!canShowHere() ? here.impossible : on ? here.on : denied ? here.denied : here.about}</p>
        {canShowHere() && <p className={styles.about}>{here.why}</p>}
        {canShowHere() && !denied && (
          <div>{on ? <Button onClick={end}>{here.stop}</Button> : <Button onClick={() => void begin()}>{here.show}</Button>}</div>
        )}
      </div>
    </Card>
  )
}
