import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { refreshMe } from '#web/platform/sessionActions.ts'
import { Cards } from './Cards.tsx'

/** Beneath the lines of the menu: where somebody is in the midst of something. */
const setUp = /^\/(school|accounts)\//

/**
 * Above the first page a person sees; put away for good by the last card or by «Пропустить». Pages on which the school is set up have
 * the guide of their own («Первые шаги»): there the cards wait, so that one way on is not taken for the other. [S1 П4, S3 5.3г]
 */
export default function FirstVisit() {
  const me = useMe()
  const finish = useCommand('access.finishWelcome')
  const [gone, setGone] = useState(false)
  const [path] = useLocation()
  if (gone || setUp.test(path)) return null
  const done = () => {
    setGone(true)
    // Without a network the cards come once more, at the next visit.
    finish.run({}).then(
      () => refreshMe({ ...me, welcome: false }),
      () => {},
    )
  }
  return <Cards first onDone={done} />
}
