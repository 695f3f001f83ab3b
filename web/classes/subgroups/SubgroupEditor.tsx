import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { misplaced, type WayToCut } from '#domain/classes/rules.ts'
import type { Output } from '#domain/operations.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { refreshClasses } from '../refresh.ts'
import { Columns } from './Columns.tsx'
import { changes, type Draft, deal } from './draft.ts'
import styles from './Subgroups.module.css'
import * as texts from './texts.ru.ts'

type Card = Output<'classes.card'>
type Props = { card: Card; subject: Card['subjects'][number]; from: string; onFrom: (from: string) => void }

const MOST_PARTS = 6

/** Lays the students of a class out into subgroups; saves them, or proposes them to who does. */
export function SubgroupEditor({ card, subject, from, onFrom }: Props) {
  const { class: own, year } = card
  const [, navigate] = useLocation()
  const can = useCan()
  const { policies } = useMe()
  const set = useCommand('classes.setSubgroups')
  const propose = useCommand('classes.proposeSubgroups')
  const of = { kind: 'class', classId: own.classId } as const
  const keeps = can('classes.acceptProposal', of) || (can('classes.setSubgroups', of) && policies['classes.homeroomEditsGroups'])
  const pupils = useMemo(
    () => card.students.filter((one) => isWithin(card.on, one.from, one.to) && !one.ownSubjectIds.includes(subject.subjectId)),
    [card.students, card.on, subject.subjectId],
  )
  const standing: Draft = subject.groups
  const [draft, setDraft] = useState<Draft>(() =>
    standing.length > 0
      ? standing
      : [1, 2].map((n) => ({ groupId: newOperationId(), label: texts.defaultLabel(subject.name, n), studentIds: [] })),
  )
  const [way, setWay] = useState<WayToCut>(subject.lastYear.length > 0 ? 'lastYear' : 'alphabet')
  const [problem, setProblem] = useState<string | null>(null)
  const ids = pupils.map((one) => one.studentId)
  const { nowhere } = misplaced(ids, draft)
  const moved = changes(standing, draft, ids)
  const renamed = draft.some(({ groupId, label }) => standing.find((one) => one.groupId === groupId)?.label !== label)
  const touched = moved > 0 || renamed || draft.length !== standing.length
  const ways = (Object.keys(texts.ways) as WayToCut[]).filter((one) => one !== 'lastYear' || subject.lastYear.length > 0)
  const nameOf = (id: string) => pupils.find((one) => one.studentId === id)!.name
  const save = async () => {
    setProblem(null)
    const cut = {
      classId: own.classId,
      subjectId: subject.subjectId,
      from: (from || card.on) as PlainDate,
      groups: draft.map((part) => ({
        ...part,
        label: part.label.trim(),
        studentIds: part.studentIds.filter((id) => ids.includes(id)),
      })),
    }
    try {
      if (keeps) await set.run({ ...cut, expected: standing.map(({ groupId, studentIds }) => ({ groupId, studentIds })) })
      else await propose.run({ ...cut, proposalId: newOperationId() })
      const made = draft.some(({ groupId }) => !standing.some((one) => one.groupId === groupId))
      const toLoad = keeps && made && can('curriculum.load', { kind: 'school' })
      toast(
        keeps ? texts.saved : texts.sent,
        toLoad ? { label: texts.toLoad, run: () => navigate(`/school/load?of=${own.classId}`) } : null,
      )
      void refreshClasses()
      navigate(`/school/classes/${own.classId}`)
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  if (pupils.length === 0) return <EmptyState title={texts.noStudents} text={texts.noStudentsText} />
  return (
    <>
      {!keeps && <Notice>{texts.mustPropose}</Notice>}
      <div className={styles.tools}>
        <DateField label={texts.from} value={from} min={year.from} max={year.to} required onChange={onFrom} />
        <SelectField
          label={texts.how}
          value={way}
          options={ways.map((one) => ({ value: one, label: texts.ways[one] }))}
          onChange={(value) => setWay(value as WayToCut)}
        />
        <Button onClick={() => setDraft(deal(draft, pupils, way, subject.lastYear))} disabled={draft.length === 0}>
          {texts.proposal}
        </Button>
        {draft.length < MOST_PARTS && (
          <Button
            kind="quiet"
            icon={<IconPlus size={17} aria-hidden />}
            onClick={() =>
              setDraft([
                ...draft,
                { groupId: newOperationId(), label: texts.defaultLabel(subject.name, draft.length + 1), studentIds: [] },
              ])
            }
          >
            {texts.addGroup}
          </Button>
        )}
      </div>
      <p className={styles.hint}>
        {texts.fromHint} <span className={styles.mouse}>{texts.keys}</span>
        <span className={styles.touch}>{texts.touch}</span>
      </p>
      <Columns pupils={pupils} draft={draft} onChange={setDraft} />
      {nowhere.length > 0 && draft.length > 0 && <Notice kind="note">{texts.left(nowhere.map(nameOf).join(', '))}</Notice>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div className={styles.foot}>
        <Button kind="primary" busy={set.running || propose.running} disabled={!touched} onClick={save}>
          {keeps ? texts.save : texts.send}
        </Button>
        {touched && (
          <>
            <Button kind="quiet" onClick={() => setDraft(standing)}>
              {texts.cancel}
            </Button>
            {moved > 0 && <span className={styles.hint}>{texts.changed(moved)}</span>}
          </>
        )}
      </div>
    </>
  )
}
