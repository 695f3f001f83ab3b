import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { sentenceOf, undo } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Consents.module.css'
import type { Purpose } from './ConsentsScreen.tsx'
import * as texts from './texts.ru.ts'

/** The texts of consents with their versions; former ones stay to be read. */
export function PurposeList({
  purposes,
  keeps,
  onEdit,
  onChanged,
}: {
  purposes: readonly Purpose[]
  keeps: boolean
  onEdit: (purpose: Purpose) => void
  onChanged: () => void
}) {
  const put = useCommand('consents.archivePurpose')
  const archive = async ({ purposeId, name }: Purpose, archived: boolean) => {
    try {
      await put.run({ purposeId, archived })
      if (archived)
        toast(texts.archivedToast(name), { label: undo, run: () => void put.run({ purposeId, archived: false }).then(onChanged) })
      else toast(texts.restoredToast(name))
      onChanged()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  return (
    <Card title={texts.documents}>
      <ul className={styles.lines}>
        {purposes.map((purpose) => (
          <li key={purpose.purposeId} className={styles.line}>
            <div className={styles.what}>
              <span className={styles.name}>{purpose.name}</span>
              <span className={styles.detail}>
                {[texts.version(purpose.version), texts.decided(purpose.decided), purpose.archived && texts.archived]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {purpose.body && (
                <details className={styles.text}>
                  <summary>{texts.openText}</summary>
                  <p>{purpose.body}</p>
                </details>
              )}
            </div>
            <div className={styles.actions}>
              {!purpose.archived && (
                <ButtonLink size="s" href={`/school/consents/blank/${purpose.purposeId}`}>
                  {texts.blank}
                </ButtonLink>
              )}
              {keeps && !purpose.archived && (
                <>
                  <Button size="s" onClick={() => onEdit(purpose)}>
                    {texts.edit}
                  </Button>
                  <Button size="s" kind="quiet" onClick={() => void archive(purpose, true)}>
                    {texts.archive}
                  </Button>
                </>
              )}
              {keeps && purpose.archived && (
                <Button size="s" kind="quiet" onClick={() => void archive(purpose, false)}>
                  {texts.restore}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
