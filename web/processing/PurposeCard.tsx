import type { ReactNode } from 'react'
import { columnsOf, type PurposeLine } from '#domain/processing/sheets.texts.ru.ts'
import { Card } from '#web/ui/Card.tsx'
import styles from './Processing.module.css'
import { register as texts } from './texts.ru.ts'

/** A purpose of processing as an inspection asks for it. */
export function PurposeCard({ line, number, children }: { line: PurposeLine; number: number; children?: ReactNode }) {
  const product = line.key !== null
  const rows: [string, ReactNode][] = [
    [texts.whose, line.whose],
    [texts.data, line.data],
    [texts.basis, line.basis.map((one) => <span key={one}>{one}</span>)],
    [texts.access, line.access],
    [texts.kept, line.kept],
    [texts.transfer, line.transfer],
  ]
  return (
    <Card title={`${number}. ${line.name}`} note={product ? texts.fromProduct : texts.ownOne}>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label} className={styles.pair}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.foot}>
        {children}
        {line.key && (
          <details className={styles.more}>
            <summary>{texts.columns}</summary>
            <p className={styles.code}>{columnsOf(line.key).join(', ')}</p>
          </details>
        )}
      </div>
    </Card>
  )
}
