import type { Kind } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './ProblemList.module.css'
import type { ProblemGroup } from './problemGroups.ts'
import { labelOf } from './report.ts'
import * as texts from './texts.ru.ts'

const FEW = 8

/** Why rows stay behind, a cause a line: how many rows, which values, and the list that has to come first. */
export function ProblemList({
  kind,
  groups,
  shown,
  onShow,
}: {
  kind: Kind
  groups: readonly ProblemGroup[]
  /** The cause whose rows the table shows. */
  shown: string | null
  onShow: (key: string | null) => void
}) {
  return (
    <Card title={texts.causes.title} note={texts.causes.note(groups.length)}>
      <ul>
        {groups.map(({ key, code, field, rows, values, cure }) => (
          <li key={key} className={styles.cause}>
            <div className={styles.words}>
              <p className={styles.title}>{texts.causes.heading(code, labelOf(kind, field))}</p>
              {values.length > 0 && <p className={styles.values}>{texts.causes.values(values, FEW)}</p>}
            </div>
            <span className={styles.rows}>{texts.causes.rows(rows)}</span>
            <div className={styles.actions}>
              <Button size="s" aria-pressed={shown === key} onClick={() => onShow(shown === key ? null : key)}>
                {shown === key ? texts.causes.all : texts.causes.show}
              </Button>
              {cure && (
                <ButtonLink size="s" kind="primary" href={`/school/import/${cure}`}>
                  {texts.causes.cure(kindNames[cure])}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
