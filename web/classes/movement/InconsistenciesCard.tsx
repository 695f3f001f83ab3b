import { useState } from 'react'
import { inconsistencyTexts } from '#domain/classes/texts.ru.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './Movement.module.css'
import * as texts from './texts.ru.ts'

const SHOWN = 20

/** What does not fit together in lists and movement; nothing is shown when all is well. */
export function InconsistenciesCard() {
  const { data } = useQuery('classes.inconsistencies', {})
  const [all, setAll] = useState(false)
  const items = data?.items ?? []
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, SHOWN)
  return (
    <Card title={texts.wrong.title} note={texts.wrong.note(items.length)}>
      <ul className={styles.lines}>
        {shown.map(({ kind, personId, name, className, on, classId }) => (
          <li key={`${kind} ${personId} ${classId} ${on}`} className={styles.line}>
            <span>
              <strong>{name}:</strong> {inconsistencyTexts[kind]({ className, on })}
            </span>
            <ButtonLink size="s" href={`/school/people/${personId}`}>
              {texts.wrong.open}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <div className={styles.line}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {texts.wrong.more(items.length - shown.length)}
          </Button>
        </div>
      )}
    </Card>
  )
}
