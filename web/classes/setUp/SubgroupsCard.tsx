import { useState } from 'react'
import { useLocation } from 'wouter'
import { misplaced } from '#domain/classes/rules.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import type { ClassCard } from './ClassCardScreen.tsx'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

const words = texts.card

/** How the class is cut for its subjects, and who has been left out. */
export function SubgroupsCard({ card }: { card: ClassCard }) {
  const { class: own, students, subjects, on } = card
  const [, navigate] = useLocation()
  const can = useCan()
  const { policies } = useMe()
  const of = { kind: 'class', classId: own.classId } as const
  const keeps = can('classes.acceptProposal', of) || (can('classes.setSubgroups', of) && policies['classes.homeroomEditsGroups'])
  const proposes = !keeps && can('classes.proposeSubgroups', of)
  const editor = (subjectId: string) => `/school/classes/${own.classId}/subgroups/${subjectId}`
  const taught = (subjectId: string) =>
    students.filter((one) => isWithin(on, one.from, one.to) && !one.ownSubjectIds.includes(subjectId)).map((one) => one.studentId)
  const cut = subjects.filter(({ groups }) => groups.length > 0)
  const uncut = subjects.filter(({ groups }) => groups.length === 0).toSorted((a, b) => Number(b.taught) - Number(a.taught))
  const [chosen, setChosen] = useState('')
  const subjectId = chosen || (uncut[0]?.subjectId ?? '')
  return (
    <Card title={words.subgroups}>
      {cut.length === 0 && <p className={styles.line}>{words.splitNone}</p>}
      <ul className={styles.lines}>
        {cut.map(({ subjectId, name, groups }) => {
          const { nowhere } = misplaced(taught(subjectId), groups)
          return (
            <li key={subjectId} className={styles.line}>
              <span className={styles.what}>
                <span className={styles.name}>{name}</span>
                <span className={styles.quiet}>
                  {groups.map(({ label, studentIds }) => `${label} — ${studentIds.length}`).join('; ')}
                </span>
                {nowhere.length > 0 && <span className={styles.note}>{words.leftOut(nowhere.length)}</span>}
              </span>
              {(keeps || proposes) && !own.archived && (
                <ButtonLink size="s" href={editor(subjectId)}>
                  {keeps ? words.edit : words.propose}
                </ButtonLink>
              )}
            </li>
          )
        })}
      </ul>
      {(keeps || proposes) && !own.archived && uncut.length > 0 && (
        <div className={styles.tools}>
          <SelectField
            label={words.splitSubject}
            value={subjectId}
            options={uncut.map(({ subjectId, name }) => ({ value: subjectId, label: name }))}
            onChange={setChosen}
          />
          <Button onClick={() => navigate(editor(subjectId))}>{words.split}</Button>
        </div>
      )}
    </Card>
  )
}
