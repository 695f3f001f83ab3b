import { useState } from 'react'
import { type StudyDays, weeksOf } from '#domain/curriculum/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Curriculum.module.css'
import { PlanFollowers } from './PlanFollowers.tsx'
import type { Plan, Plans } from './sheet.ts'
import * as texts from './texts.ru.ts'

const NEW = 'new'

/** A curriculum but for its hours: name, profile, weeks, and who follows it. A plan of null is a new one. */
export function PlanDialog({
  data,
  plan,
  onDone,
  onClose,
}: {
  data: Plans
  plan: Plan | null
  onDone: () => void
  onClose: () => void
}) {
  const words = texts.planDialog
  const [grade, setGrade] = useState(plan?.grade ?? 5)
  const [name, setName] = useState(plan?.name ?? words.grades(5))
  const [profileId, setProfileId] = useState(plan?.profileId ?? '')
  const [profileName, setProfileName] = useState('')
  const [studyDays, setStudyDays] = useState<StudyDays>(plan?.studyDays ?? 5)
  const [weeks, setWeeks] = useState<number | null>(plan?.weeks ?? weeksOf(5))
  const [individual, setIndividual] = useState(plan?.individual ?? false)
  const [archived, setArchived] = useState(false)
  const followers = plan ? data.groups.filter(({ curriculumId }) => curriculumId === plan.curriculumId) : []
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(followers.map(({ groupId }) => groupId)))
  const [problem, setProblem] = useState<string | null>(null)
  const addProfile = useCommand('curriculum.addProfile')
  const create = useCommand('curriculum.createPlan')
  const change = useCommand('curriculum.changePlan')
  const attach = useCommand('curriculum.attach')

  const chooseGrade = (next: number) => {
    if (name === words.grades(grade)) setName(words.grades(next))
    if (weeks === weeksOf(grade)) setWeeks(weeksOf(next))
    setGrade(next)
    setChosen(new Set())
  }
  const save = async () => {
    if (weeks === null) return setProblem(words.wrongWeeks)
    let profile = profileId || null
    if (profileId === NEW) {
      profile = newOperationId()
      await addProfile.run({ profileId: profile, name: profileName })
      setProfileId(profile)
      onDone()
    }
    const frame = { name: name.trim(), profileId: profile, studyDays, weeks }
    const curriculumId = plan?.curriculumId ?? newOperationId()
    const attachments = data.groups
      .filter(({ groupId, curriculumId: now }) => chosen.has(groupId) !== (plan !== null && now === plan.curriculumId))
      .map(({ groupId, curriculumId: expected }) => ({
        groupId,
        curriculumId: chosen.has(groupId) ? curriculumId : null,
        expected,
      }))
    if (!plan) await create.run({ curriculumId, schoolYearId: data.year.schoolYearId, grade, individual, ...frame })
    if (attachments.length > 0) await attach.run({ groups: attachments })
    if (plan) {
      const expected = {
        name: plan.name,
        profileId: plan.profileId,
        studyDays: plan.studyDays,
        weeks: plan.weeks,
        archived: false,
      }
      await change.run({ curriculumId, value: { ...frame, archived }, expected })
    }
    toast(plan ? words.done : words.created)
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog
      title={plan ? words.changeTitle : words.createTitle}
      action={plan ? texts.save : words.create}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.form}>
        {!plan && (
          <SelectField
            label={words.grade}
            value={String(grade)}
            options={Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: words.grades(i + 1) }))}
            onChange={(value) => chooseGrade(Number(value))}
          />
        )}
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={words.profile}
          value={profileId}
          options={[
            { value: '', label: words.noProfile },
            ...data.profiles.map((one) => ({ value: one.profileId, label: one.name })),
            { value: NEW, label: words.newProfile },
          ]}
          onChange={setProfileId}
        />
        {profileId === NEW && (
          <TextField
            label={words.profileName}
            value={profileName}
            maxLength={120}
            onChange={(event) => setProfileName(event.target.value)}
          />
        )}
        <div className={styles.pair}>
          <SelectField
            label={words.days}
            value={String(studyDays)}
            options={[
              { value: '5', label: words.five },
              { value: '6', label: words.six },
            ]}
            onChange={(value) => setStudyDays(value === '6' ? 6 : 5)}
          />
          <NumberField label={words.weeks} hint={words.weeksHint} value={weeks} min={1} max={40} onChange={setWeeks} />
        </div>
        {!plan && (
          <CheckboxField
            label={words.individual}
            hint={words.individualHint}
            checked={individual}
            onChange={(next) => {
              setIndividual(next)
              setChosen(new Set())
            }}
          />
        )}
        <PlanFollowers
          data={data}
          grade={grade}
          individual={individual}
          own={plan?.curriculumId ?? null}
          chosen={chosen}
          onChoose={setChosen}
        />
        {plan && <CheckboxField label={words.archive} hint={words.archiveHint} checked={archived} onChange={setArchived} />}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </ConfirmDialog>
  )
}
