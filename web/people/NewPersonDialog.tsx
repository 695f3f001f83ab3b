import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import { GuardianFields } from './GuardianFields.tsx'
import { emptyGuardian, type GuardianDraft, guardianOf, isBlank, isGuardianComplete } from './guardianDraft.ts'
import { PersonFields } from './PersonFields.tsx'
import type { Kind } from './peopleFilters.ts'
import { emptyDraft, isComplete, personOf } from './personDraft.ts'
import { SimilarNotice } from './SimilarNotice.tsx'
import * as texts from './texts.ru.ts'
import { useSimilar } from './useSimilar.ts'

/** A new card: of a student with the guardians, of a member of staff with the position. Doubles show while the name is typed. */
export function NewPersonDialog({
  kind,
  back,
  onClose,
}: {
  kind: Exclude<Kind, 'guardian'>
  /** Where the new person is wanted; their card when it is null. */
  back: string | null
  onClose: () => void
}) {
  const { today } = useMe()
  const [, navigate] = useLocation()
  const create = useCommand('people.create')
  const [person, setPerson] = useState(emptyDraft)
  const [different, setDifferent] = useState(false)
  const [guardians, setGuardians] = useState<GuardianDraft[]>([])
  const [position, setPosition] = useState({ position: '', category: '', from: today as string })
  const [problem, setProblem] = useState<string | null>(null)
  const similar = useSimilar(person)
  const staff = kind === 'staff'
  const written = guardians.filter((guardian) => !isBlank(guardian))
  const ready = isComplete(person) && written.every(isGuardianComplete) && (!staff || position.position.trim() !== '')
  const save = async () => {
    setProblem(null)
    try {
      const { personId } = await create.run({
        person: personOf(person),
        position: staff ? { ...position, from: (position.from || today) as PlainDate } : null,
        guardians: written.map(guardianOf),
        evenIfSimilar: different || written.some((guardian) => guardian.different),
      })
      toast(texts.adding.created(`${person.surname} ${person.givenName}`))
      const name = [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ')
      navigate(back ? `${back}?${new URLSearchParams({ chosen: personId, name })}` : `/school/people/${personId}`)
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.list.add[kind]}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={ready} busy={create.running} onSave={save} onCancel={onClose}>
          {texts.adding.create}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        <PersonFields draft={person} onChange={setPerson} student={!staff} />
        <SimilarNotice
          similar={similar}
          different={different}
          onDifferent={setDifferent}
          onSame={({ personId }) => navigate(`/school/people/${personId}`)}
        />
        {staff && (
          <div className={styles.row}>
            <TextField
              label={texts.fields.position}
              hint={texts.fields.positionHint}
              value={position.position}
              required
              maxLength={120}
              onChange={(event) => setPosition({ ...position, position: event.target.value })}
            />
            <TextField
              label={texts.fields.category}
              hint={texts.fields.categoryHint}
              value={position.category}
              maxLength={60}
              onChange={(event) => setPosition({ ...position, category: event.target.value })}
            />
            <DateField
              label={texts.fields.from}
              value={position.from}
              required
              onChange={(from) => setPosition({ ...position, from })}
            />
          </div>
        )}
        {guardians.map((guardian, index) => (
          <section key={index} className={styles.part} aria-label={texts.adding.guardian}>
            <div className={styles.partHead}>
              <strong>{texts.adding.guardian}</strong>
              <Button size="s" kind="quiet" onClick={() => setGuardians(guardians.filter((one) => one !== guardian))}>
                {texts.adding.removeGuardian}
              </Button>
            </div>
            <GuardianFields
              draft={guardian}
              onChange={(next) => setGuardians(guardians.map((one) => (one === guardian ? next : one)))}
            />
          </section>
        ))}
        {!staff && guardians.length < 6 && (
          <div className={styles.partHead}>
            <Button
              icon={<IconPlus size={17} aria-hidden />}
              onClick={() =>
                setGuardians([...guardians, { ...emptyGuardian, relation: guardians.length === 1 ? 'father' : 'mother' }])
              }
            >
              {texts.adding.addGuardian}
            </Button>
            {guardians.length === 0 && <span className={styles.quiet}>{texts.adding.noGuardianYet}</span>}
          </div>
        )}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
