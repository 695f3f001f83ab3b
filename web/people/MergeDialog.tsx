import { useState } from 'react'
import { fullName } from '#domain/people/names.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { sentenceOf, undo } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import { merging, runs } from './many.texts.ru.ts'
import type { PersonCard } from './PersonScreen.tsx'
import { draftOf } from './personDraft.ts'
import { useSimilar } from './useSimilar.ts'

type Choice = { personId: string; name: string; detail: string }

/** Makes one card of two: the card on the page stays, the double chosen here goes. */
export function MergeDialog({ card, onMerged, onClose }: { card: PersonCard; onMerged: () => void; onClose: () => void }) {
  const merge = useCommand('people.merge')
  const takeBack = useCommand('people.takeBack')
  const [chosen, setChosen] = useState<Choice | null>(null)
  const part = async (runId: string) => {
    try {
      await takeBack.run({ runId })
      toast(runs.done.merge)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    onMerged()
  }
  const confirm = async () => {
    if (!chosen) return
    const { runId } = await merge.run({ personId: card.personId, doubleId: chosen.personId })
    toast(merging.done, { label: undo, run: () => void part(runId) })
    onMerged()
    onClose()
  }
  const name = fullName(card.person)
  if (chosen)
    return (
      <ConfirmDialog title={merging.title} action={merging.action} danger onConfirm={confirm} onClose={() => setChosen(null)}>
        <p>{merging.about(name)}</p>
        <p>{merging.warning(chosen.name)}</p>
      </ConfirmDialog>
    )
  return (
    <Dialog title={merging.title} onClose={onClose}>
      <p>{merging.about(name)}</p>
      <DoubleSearch card={card} onChoose={setChosen} />
    </Dialog>
  )
}

function DoubleSearch({ card, onChoose }: { card: PersonCard; onChoose: (choice: Choice) => void }) {
  const [search, setSearch] = useState('')
  const similar = useSimilar(draftOf(card.person)).filter(({ personId }) => personId !== card.personId)
  const students = useQuery('people.list', { kind: 'student' }, { enabled: search.trim().length > 1 })
  const guardians = useQuery('people.list', { kind: 'guardian' }, { enabled: search.trim().length > 1 })
  const staff = useQuery('people.list', { kind: 'staff' }, { enabled: search.trim().length > 1 })
  const wanted = searchForm(search).split(' ').filter(Boolean)
  const everybody = [students, guardians, staff].flatMap(({ data }) => data?.people ?? [])
  const found = new Map(
    everybody
      .filter(({ personId, name }) => personId !== card.personId && wanted.every((word) => searchForm(name).includes(word)))
      .map((one) => [
        one.personId,
        {
          personId: one.personId,
          name: one.name,
          detail: [one.className, one.children, one.positions].filter(Boolean).join(', '),
        },
      ]),
  )
  const choices: Choice[] =
    wanted.length > 0
      ? [...found.values()].slice(0, 8)
      : similar.map(({ personId, name, bornOn, about }) => ({
          personId,
          name,
          detail: [bornOn && numericDate(bornOn), about].filter(Boolean).join(', '),
        }))
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <SearchField label={merging.find} value={search} onChange={setSearch} />
      </div>
      {wanted.length === 0 && choices.length > 0 && <strong>{merging.candidates}</strong>}
      {wanted.length > 0 && choices.length === 0 && <p className={styles.quiet}>{merging.nobody}</p>}
      <ul className={styles.similar}>
        {choices.map((choice) => (
          <li key={choice.personId}>
            <span className={styles.who}>
              <strong>{choice.name}</strong>
              <span className={styles.quiet}>{choice.detail}</span>
            </span>
            <Button size="s" onClick={() => onChoose(choice)}>
              {merging.choose}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
