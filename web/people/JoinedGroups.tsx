import type { Output } from '#domain/operations.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './JoinedGroups.module.css'
import * as texts from './joinedGroups.texts.ru.ts'

export type OpenGroup = Output<'classes.movement'>['classes'][number]['groups'][number]
/** What the person has decided otherwise than proposed. */
export type Joining = Readonly<Record<string, boolean>>

/** Groups that are joined: those proposed, but for what was decided otherwise. */
export const joinedGroups = (groups: readonly OpenGroup[], joining: Joining): string[] =>
  groups.filter(({ groupId, usual }) => joining[groupId] ?? usual).map(({ groupId }) => groupId)

type Props = { groups: readonly OpenGroup[]; joining: Joining; onChange: (joining: Joining) => void }

/** Which groups of a class a student joins: of the subgroups of a subject one, the smallest is proposed; of the rest any. R096. */
export function JoinedGroups({ groups, joining, onChange }: Props) {
  if (groups.length === 0) return null
  const joined = joinedGroups(groups, joining)
  const cut = Map.groupBy(
    groups.filter(({ subjectId }) => subjectId !== null),
    ({ subjectId }) => subjectId!,
  )
  const free = groups.filter(({ subjectId }) => subjectId === null)
  const put = (among: readonly OpenGroup[], chosen: string) =>
    onChange({ ...joining, ...Object.fromEntries(among.map(({ groupId }) => [groupId, groupId === chosen])) })
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{texts.title}</legend>
      <div className={styles.subjects}>
        {[...cut].map(([subjectId, parts]) => (
          <SelectField
            key={subjectId}
            label={parts[0]!.subject}
            value={parts.find(({ groupId }) => joined.includes(groupId))?.groupId ?? ''}
            options={[
              ...parts.map(({ groupId, name, students }) => ({ value: groupId, label: texts.part(name, students) })),
              { value: '', label: texts.none },
            ]}
            onChange={(chosen) => put(parts, chosen)}
          />
        ))}
      </div>
      {free.length > 0 && (
        <div className={styles.ticks}>
          {free.map(({ groupId, name }) => (
            <CheckboxField
              key={groupId}
              label={name}
              checked={joined.includes(groupId)}
              onChange={(joins) => onChange({ ...joining, [groupId]: joins })}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}
