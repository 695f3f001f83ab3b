import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { addDays } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { sentenceOf, undo } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { AddGuardianDialog } from './AddGuardianDialog.tsx'
import styles from './Card.module.css'
import { EndGuardianDialog } from './EndGuardianDialog.tsx'
import { isStudent } from './isStudent.ts'
import { type PersonCard, subjectOf } from './PersonScreen.tsx'
import { TieDialog } from './TieDialog.tsx'
import * as texts from './texts.ru.ts'

export type Tie = PersonCard['guardians'][number]
type Doing = { kind: 'add' } | { kind: 'change' | 'end'; tie: Tie } | null

/** Who answers for the student; and the children of an adult. */
export function GuardiansCard({ card, onSaved }: { card: PersonCard; onSaved: () => void }) {
  const can = useCan()
  const { today } = useMe()
  const end = useCommand('people.endGuardian')
  const [doing, setDoing] = useState<Doing>(null)
  const writes = can('people.changeGuardian', subjectOf(card)) && card.mergedInto === null
  const student = isStudent(card)
  const resume = async (tie: Tie) => {
    try {
      await end.run({ personId: card.personId, guardianshipId: tie.guardianshipId, lastDay: null })
      toast(texts.card.resumed(tie.name))
      onSaved()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  const finish = async (tie: Tie, lastDay: string) => {
    await end.run({ personId: card.personId, guardianshipId: tie.guardianshipId, lastDay })
    toast(texts.card.ended(tie.name), { label: undo, run: () => void resume(tie) })
    onSaved()
    setDoing(null)
  }
  return (
    <>
      {student && (
        <Card title={texts.card.guardians}>
          {card.guardians.length === 0 && (
            <p className={styles.none}>
              {texts.card.noGuardians}. {texts.card.noGuardiansText}
            </p>
          )}
          <ul className={styles.lines}>
            {card.guardians.map((tie) => (
              <TieLine key={tie.guardianshipId} tie={tie}>
                {writes && (tie.to === null || tie.to >= today) && (
                  <>
                    <Button size="s" onClick={() => setDoing({ kind: 'change', tie })}>
                      {texts.edit}
                    </Button>
                    <Button size="s" kind="quiet" onClick={() => setDoing({ kind: 'end', tie })}>
                      {texts.card.endGuardian}
                    </Button>
                  </>
                )}
                {writes && tie.to !== null && (
                  <Button size="s" kind="quiet" onClick={() => void resume(tie)}>
                    {texts.card.resumeGuardian}
                  </Button>
                )}
              </TieLine>
            ))}
          </ul>
          {writes && (
            <div className={styles.foot}>
              <Button size="s" onClick={() => setDoing({ kind: 'add' })}>
                {texts.adding.addGuardian}
              </Button>
            </div>
          )}
        </Card>
      )}
      {card.children.length > 0 && (
        <Card title={texts.card.children}>
          <ul className={styles.lines}>
            {card.children.map((tie) => (
              <TieLine key={tie.guardianshipId} tie={tie} />
            ))}
          </ul>
        </Card>
      )}
      {doing?.kind === 'add' && <AddGuardianDialog card={card} onSaved={onSaved} onClose={() => setDoing(null)} />}
      {doing?.kind === 'change' && (
        <TieDialog personId={card.personId} tie={doing.tie} onSaved={onSaved} onClose={() => setDoing(null)} />
      )}
      {doing?.kind === 'end' && (
        <EndGuardianDialog
          tie={doing.tie}
          never={addDays(doing.tie.from, -1)}
          onEnd={(lastDay) => finish(doing.tie, lastDay)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

function TieLine({ tie, children }: { tie: Tie; children?: ReactNode }) {
  const { today } = useMe()
  const over = tie.to !== null && tie.to < today
  return (
    <li className={styles.line}>
      <span className={[styles.what, over && styles.over].filter(Boolean).join(' ')}>
        <Link href={`/school/people/${tie.personId}`} className={styles.name}>
          {tie.name}
        </Link>
        <span className={styles.detail}>
          {texts.relationNames[tie.relation]}, {tie.livesWith ? texts.card.livesWith : texts.card.livesApart},{' '}
          {tie.informed ? texts.card.informed : <strong className={styles.warn}>{texts.card.notInformed}</strong>}
          {tie.to && `, ${texts.card.until(tie.to)}`}
        </span>
      </span>
      <span className={styles.actions}>{children}</span>
    </li>
  )
}
