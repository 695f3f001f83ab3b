import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import styles from '../Form.module.css'
import { fields } from './texts.ru.ts'

type Props = {
  groups: readonly { groupId: string; name: string }[]
  joined: readonly string[]
  onChange: (groupId: string, joins: boolean) => void
}

/** Which groups of the class the student joins besides. */
export function GroupTicks({ groups, joined, onChange }: Props) {
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{fields.groups}</legend>
      <div className={styles.ticks}>
        {groups.map(({ groupId, name }) => (
          <CheckboxField key={groupId} label={name} checked={joined.includes(groupId)} onChange={(on) => onChange(groupId, on)} />
        ))}
      </div>
    </fieldset>
  )
}
