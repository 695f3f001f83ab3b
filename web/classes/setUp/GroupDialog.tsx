import { useState } from 'react'
import { isOfWholeClasses } from '#domain/classes/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import type { Overview } from './ClassList.tsx'
import { type GroupDraft, GroupFields } from './GroupFields.tsx'
import type { GroupRow } from './GroupList.tsx'
import * as texts from './texts.ru.ts'

const words = texts.group
const cardOf = ({ name, classIds, capacity, ungraded }: GroupDraft | GroupRow) => ({ name, classIds, capacity, ungraded })
const sameIds = (a: readonly string[], b: readonly string[]) => `${a.toSorted()}` === `${b.toSorted()}`

/** A group as it stands: its name, its classes, and from a day on other students. */
export function GroupDialog({ overview, group, onClose }: { overview: Overview; group: GroupRow; onClose: () => void }) {
  const change = useCommand('classes.changeGroup')
  const setMembers = useCommand('classes.setMembers')
  const archive = useCommand('classes.archive')
  const restore = useCommand('classes.restore')
  const year = overview.years.find((one) => one.yearId === overview.yearId)!
  const [from, setFrom] = useState<string>(overview.on)
  const { groupId, studentIds } = group
  const [draft, setDraft] = useState<GroupDraft>({ ...cardOf(group), studentIds })
  const whole = isOfWholeClasses(group.kind)
  const single = group.kind === 'individual'
  const done = (text: string) => {
    toast(text)
    void refreshClasses()
    onClose()
  }
  const save = async () => {
    const day = (from || overview.on) as PlainDate
    const leaving = studentIds.filter((id) => draft.studentIds.includes(id))
    // A class may only go when none of its students is left: they leave first.
    if (!whole && !sameIds(leaving, studentIds))
      await setMembers.run({ groupId, studentIds: leaving, expected: studentIds, from: day })
    await change.run({ groupId, group: cardOf(draft), expected: cardOf(group), from: day })
    if (!whole && !sameIds(leaving, draft.studentIds))
      await setMembers.run({ groupId, studentIds: draft.studentIds, expected: leaving, from: day })
    done(words.saved)
  }
  const shelve = async () => {
    if (group.archived) await restore.run({ classId: groupId })
    else await archive.run({ classId: groupId })
    done(group.archived ? texts.card.restored : texts.card.archivedToast)
  }
  const [shelving, setShelving] = useState(false)
  if (shelving)
    return (
      <FormDialog title={group.name} action={texts.card.archive} ready onSave={shelve} onClose={onClose}>
        <p>{words.archiveText}</p>
      </FormDialog>
    )
  if (group.archived)
    return (
      <FormDialog title={group.name} action={texts.card.restore} ready onSave={shelve} onClose={onClose}>
        <p>{texts.card.archived}</p>
      </FormDialog>
    )
  return (
    <FormDialog
      title={group.name}
      action={words.save}
      ready={draft.name.trim() !== '' && draft.classIds.length > 0}
      wanted={draft.classIds.length === 0 ? words.chooseClasses : undefined}
      wide
      tools={
        <Button kind="quiet" onClick={() => setShelving(true)}>
          {texts.card.archive}
        </Button>
      }
      onSave={save}
      onClose={onClose}
    >
      <DateField
        label={words.from}
        hint={words.fromHint}
        value={from}
        min={year.from}
        max={year.to}
        required
        onChange={setFrom}
      />
      <GroupFields overview={overview} draft={draft} onChange={setDraft} whole={whole} single={single} />
    </FormDialog>
  )
}
