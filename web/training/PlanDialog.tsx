import { useState } from 'react'
import type { Input, Output } from '#domain/operations.ts'
import { guideKeys, obligatoryTopics, type Topic } from '#domain/training/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { clockValue, minutesOf } from './clockField.ts'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'
import { WhomFields } from './WhomFields.tsx'
import { isWhole, nobodyYet, sentWhom, type Whom } from './whom.ts'

type Plan = Input<'training.change'>['expected']
type Training = Output<'training.sheet'>['training']

/** A new training with its list, or what is changed about one. */
export function PlanDialog({
  training,
  onSaved,
  onClose,
}: {
  training: Training | null
  onSaved: (trainingId: string) => void
  onClose: () => void
}) {
  const { today } = useMe()
  const people = useQuery('training.people', {})
  const acts = useQuery('school.acts', {})
  const plan = useCommand('training.plan')
  const change = useCommand('training.change')
  const [trainingId] = useState(() => training?.trainingId ?? newOperationId())
  const [draft, setDraft] = useState<Plan>(() => (training ? planOf(training) : newPlan(today)))
  const [whom, setWhom] = useState<Whom>(nobodyYet)
  const [problem, setProblem] = useState<string | null>(null)
  const set = (part: Partial<Plan>) => setDraft({ ...draft, ...part })
  const takeTopic = (topic: Topic) => {
    const named = obligatoryTopics.some((one) => texts.topicNames[one] === draft.title) || draft.title === ''
    set({ topic, ...(named ? { title: topic === 'other' ? '' : texts.topicNames[topic] } : {}) })
  }
  const save = async () => {
    setProblem(null)
    try {
      if (training) await change.run({ trainingId, ...draft, expected: planOf(training) })
      const invited = training ? null : (await plan.run({ trainingId, ...draft, ...sentWhom(whom) })).invited
      toast(invited === null ? texts.plan.saved : texts.plan.created(invited))
      onClose()
      onSaved(trainingId)
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  const staff = people.data?.staff ?? []
  return (
    <Dialog
      title={training ? texts.plan.change : texts.plan.add}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton
          ready={draft.title.trim() !== '' && (training !== null || (people.data !== undefined && isWhole(whom)))}
          wanted={texts.plan.whomWanted}
          busy={plan.running || change.running}
          onSave={() => void save()}
          onCancel={onClose}
        >
          {training ? texts.plan.save : texts.plan.create}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        <SelectField
          label={texts.plan.topic}
          value={draft.topic}
          options={Object.entries(texts.plan.topics).map(([value, label]) => ({ value, label }))}
          onChange={(topic) => takeTopic(topic as Topic)}
        />
        <p className={styles.hint}>{texts.plan.topicHint}</p>
        <TextField
          label={texts.plan.name}
          value={draft.title}
          maxLength={200}
          required
          onChange={(event) => set({ title: event.target.value })}
        />
        <div className={styles.row}>
          <DateField label={texts.plan.on} value={draft.on} required onChange={(on) => on && set({ on })} />
          <TextField
            label={texts.plan.startsAt}
            type="time"
            value={clockValue(draft.startsAt)}
            required
            onChange={(event) => set({ startsAt: minutesOf(event.target.value) ?? draft.startsAt })}
          />
          <NumberField
            label={texts.plan.minutes}
            value={draft.minutes}
            min={5}
            max={600}
            onChange={(minutes) => minutes !== null && set({ minutes })}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={texts.plan.place}
            placeholder={texts.plan.placeHint}
            value={draft.place}
            maxLength={200}
            onChange={(event) => set({ place: event.target.value })}
          />
          <TextField
            label={texts.plan.link}
            type="url"
            placeholder="https://"
            value={draft.link}
            maxLength={400}
            onChange={(event) => set({ link: event.target.value })}
          />
        </div>
        <SelectField
          label={texts.plan.leader}
          value={draft.leaderId ?? ''}
          options={[
            { value: '', label: texts.plan.noLeader },
            ...(training?.leaderId && !staff.some(({ personId }) => personId === training.leaderId)
              ? [{ value: training.leaderId, label: training.leader }]
              : []),
            ...staff.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          onChange={(leaderId) => set({ leaderId: leaderId || null })}
        />
        <div className={styles.pair}>
          <SelectField
            label={texts.plan.guide}
            value={draft.guide ?? ''}
            options={[{ value: '', label: texts.plan.noGuide }, ...texts.guides]}
            onChange={(guide) => set({ guide: guideKeys.find((one) => one === guide) ?? null })}
          />
          <SelectField
            label={texts.plan.act}
            value={draft.actId ?? ''}
            options={[
              { value: '', label: texts.plan.noAct },
              ...(acts.data?.acts ?? []).map(({ actId, title }) => ({ value: actId, label: title })),
            ]}
            onChange={(actId) => set({ actId: actId || null })}
          />
        </div>
        <label className={styles.label}>
          {texts.plan.about}
          <textarea
            className={styles.area}
            value={draft.about}
            maxLength={2_000}
            onChange={(event) => set({ about: event.target.value })}
          />
        </label>
        {!training &&
          (people.data ? (
            <WhomFields whom={whom} people={people.data} onChange={setWhom} />
          ) : people.error ? (
            <ErrorState error={people.error} onRetry={people.refetch} />
          ) : (
            <Skeleton rows={3} />
          ))}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}

const newPlan = (today: string): Plan => ({
  topic: 'personalData',
  title: texts.topicNames.personalData,
  about: '',
  on: today,
  startsAt: 15 * 60,
  minutes: 45,
  place: '',
  link: '',
  leaderId: null,
  guide: 'teacher',
  actId: null,
})

const planOf = ({ topic, title, about, on, startsAt, minutes, place, link, leaderId, guide, actId }: Training): Plan => ({
  topic,
  title,
  about,
  on,
  startsAt,
  minutes,
  place,
  link,
  leaderId,
  guide,
  actId,
})
