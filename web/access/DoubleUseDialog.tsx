import { useState } from 'react'
import { useLocation } from 'wouter'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import type { Me } from '#web/platform/sessionState.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './DoubleUseDialog.module.css'
import { question } from './doubleUse.texts.ru.ts'
import { isStaff } from './people.ts'

/** Where the account was used, what helps this kind of person, and the two answers. «Это не я» ends the other sign-ins and leads to a new password. */
export function DoubleUseDialog({ asked, onClose }: { asked: NonNullable<Me['doubleUse']>; onClose: () => void }) {
  const me = useMe()
  const [, navigate] = useLocation()
  const answer = useCommand('access.answerDoubleUse')
  const [problem, setProblem] = useState<string | null>(null)
  const advice = isStaff(me) ? question.staff : me.actor.children.length > 0 ? question.guardian : question.student
  const say = async (what: 'mine' | 'notMine') => {
    setProblem(null)
    try {
      await answer.run({ doubleUseId: asked.doubleUseId, answer: what })
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
      return
    }
    onClose()
    if (what === 'notMine') navigate('/security/password?why=places')
    else toast(question.thanks)
    await invalidate(['access.me', 'access.sessions', 'notifications.list'])
  }
  return (
    <Dialog
      title={question.title}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" busy={answer.running} onClick={() => void say('notMine')}>
            {question.notMine}
          </Button>
          <Button kind="primary" busy={answer.running} onClick={() => void say('mine')}>
            {question.mine}
          </Button>
        </>
      }
    >
      <p>{question.what[asked.kind]}</p>
      <ul className={styles.places}>
        {asked.places.map(({ device, address, at, current }) => (
          <li key={`${device} ${address} ${at}`}>
            {device}
            {current && <span className={styles.current}>{question.current}</span>}
            <span className={styles.detail}>{[moment(at, me.school.timeZone), address].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <p>{question.ifMine}</p>
      <p>{advice}</p>
      <p>{question.ifNotMine}</p>
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}
