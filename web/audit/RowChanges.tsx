import type { Output } from '#domain/operations.ts'
import styles from './Log.module.css'
import { entry as texts } from './texts.ru.ts'

/** What became of one row: its fields before and after. */
export function RowChanges({ row: { table, label, what, fields } }: { row: Output<'audit.action'>['rows'][number] }) {
  const name = [table, label].filter(Boolean).join(': ')
  return (
    <div className={styles.row}>
      <h4 className={styles.rowName}>
        {name} <span className={styles.soft}>{texts.did[what]}</span>
      </h4>
      {fields.length > 0 && (
        <table className={styles.fields} aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{texts.field}</th>
              {what !== 'added' && <th scope="col">{texts.before}</th>}
              {what !== 'removed' && <th scope="col">{texts.after}</th>}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before, after, veiled }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                {what !== 'added' && <td>{veiled ? texts.hidden : before || texts.nothing}</td>}
                {what !== 'removed' && <td>{veiled ? texts.hidden : after || texts.nothing}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
