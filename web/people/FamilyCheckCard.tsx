import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './FamilyCheckCard.module.css'
import * as texts from './family.texts.ru.ts'
import { isPutOff, putOff } from './putOff.ts'

type Child = Output<'people.familyChecks'>['children'][number]

/** «Не сейчас» is for a week. */
const WEEK = 7

/** Once a month, and in October: what the school holds of the children, «Всё верно» or «Сообщить об изменении». [R066, R067] */
export default function FamilyCheckCard() {
  const { actor, today } = useMe()
  const [hidden, setHidden] = useState(() => isPutOff(actor.personId, today))
  const { data, refetch } = useQuery('people.familyChecks', {}, { enabled: !hidden })
  const confirm = useCommand('people.confirmOwn')
  if (hidden || !data || data.children.length === 0) return null
  const say = async (personId: string) => {
    try {
      await confirm.run({ personId })
      toast(texts.thanks)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    refetch()
  }
  return (
    <Card title={texts.title(data.october)}>
      <div className={styles.body}>
        <p className={styles.soft}>{texts.lead(data.month, data.october)}</p>
        {data.children.map((child) => (
          <div key={child.studentId} className={styles.child}>
            <span className={styles.name}>
              {child.name}, {child.className}
            </span>
            <details>
              <summary>{texts.show}</summary>
              <dl className={styles.facts}>
                {factsOf(child).map(([label, value]) => (
                  <div key={`${label} ${value}`}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </details>
            <div className={styles.actions}>
              <Button
                size="s"
                busy={confirm.running}
                aria-label={texts.fineOf(child.name)}
                onClick={() => void say(child.studentId)}
              >
                {texts.fine}
              </Button>
              <ButtonLink size="s" kind="quiet" href={`/me?report=${child.studentId}`}>
                {texts.report}
              </ButtonLink>
            </div>
          </div>
        ))}
        <div>
          <Button
            size="s"
            kind="quiet"
            onClick={() => {
              putOff(actor.personId, addDays(today, WEEK))
              setHidden(true)
            }}
          >
            {texts.later}
          </Button>
        </div>
      </div>
    </Card>
  )
}

const factsOf = ({ bornOn, foreignLanguages, guardians }: Child): [string, string][] => [
  [texts.fields.bornOn, texts.day(bornOn)],
  [texts.fields.foreignLanguages, foreignLanguages || texts.nothing],
  ...guardians.map(({ relation, name }) => [texts.relation(relation), name] as [string, string]),
  ...guardians.flatMap(({ contacts }) =>
    contacts.map(({ kind, value }) => [texts.contactNames[kind], value] as [string, string]),
  ),
]
