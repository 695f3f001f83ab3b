import type { PlainDate } from '#domain/platform/dates.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from '../Form.module.css'
import { fields } from './texts.ru.ts'

export type Order = { orderNumber: string; orderDate: PlainDate | null; reason: string }

/** Number and date of the order, and what it was given for. */
export function OrderFields({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  return (
    <>
      <div className={styles.row}>
        <TextField
          label={fields.orderNumber}
          value={order.orderNumber}
          maxLength={40}
          onChange={(event) => onChange({ ...order, orderNumber: event.target.value })}
        />
        <DateField
          label={fields.orderDate}
          value={order.orderDate ?? ''}
          onChange={(value) => onChange({ ...order, orderDate: (value || null) as PlainDate | null })}
        />
      </div>
      <TextField
        label={fields.reason}
        hint={fields.reasonHint}
        value={order.reason}
        maxLength={300}
        onChange={(event) => onChange({ ...order, reason: event.target.value })}
      />
    </>
  )
}
