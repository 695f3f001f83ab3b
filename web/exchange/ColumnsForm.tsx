import { useState } from 'react'
import { fields } from '#domain/exchange/fields.ts'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './ListScreen.module.css'
import { labelOf } from './report.ts'
import * as texts from './texts.ru.ts'

const OVER = 'over:'

/** Which column is what; what is said here is remembered for every later file of this kind. */
export function ColumnsForm({
  kind,
  preview,
  onSaved,
}: {
  kind: Kind
  preview: Output<'exchange.preview'>
  onSaved: () => void
}) {
  const [keys, setKeys] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { run, running } = useCommand('exchange.setColumns')
  const chosen = preview.columns.map((column) => ({ ...column, key: keys[column.heading] ?? column.key }))
  const taken = new Set(chosen.map(({ key }) => key))
  const missing = preview.missing.filter((key) => !taken.has(key)).map((key) => labelOf(kind, key))
  const save = async () => {
    setProblem(null)
    try {
      await run({ kind, columns: chosen.map(({ heading, key }) => ({ heading, key })) })
      onSaved()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <>
      {missing.length > 0 && <Notice kind="note">{texts.mapping.missing(missing)}</Notice>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Card title={texts.mapping.title} note={texts.mapping.note} padded>
        <div className={styles.columns}>
          {chosen.map(({ heading, key, sample }) => (
            <div key={heading} className={styles.column}>
              <div className={styles.heading}>
                <b>{heading}</b>
                {sample && <span className={styles.sample}>{sample}</span>}
              </div>
              <SelectField
                label={texts.mapping.fieldOf(heading)}
                bare
                value={key}
                options={[
                  { value: '', label: texts.mapping.ignored },
                  ...(key.startsWith(OVER) ? [{ value: key, label: texts.mapping.over(key.slice(OVER.length)) }] : []),
                  ...fields[kind].map((field) => ({
                    value: field.key,
                    label: field.label,
                    disabled: field.key !== key && taken.has(field.key),
                  })),
                ]}
                onChange={(value) => setKeys({ ...keys, [heading]: value })}
              />
            </div>
          ))}
        </div>
      </Card>
      <div className={styles.foot}>
        <Button kind="primary" busy={running} disabled={missing.length > 0} onClick={() => void save()}>
          {texts.mapping.save}
        </Button>
      </div>
    </>
  )
}
