import { type FormEvent, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './CardScreen.module.css'
import { cardProblems } from './cardProblems.ts'
import { FormHead } from './FormHead.tsx'
import { TimeZoneField } from './TimeZoneField.tsx'
import * as texts from './texts.ru.ts'

type SchoolCard = Output<'school.card'>['card']

/** The card of the school, with the head of a printed form as it will look. */
export default function CardScreen() {
  const { data, error, refetch } = useQuery('school.card', {})
  return (
    <Page title={texts.card.title} subtitle={texts.card.intro}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && <CardForm standing={data.card} onSaved={refetch} />}
      {data && <NextStep after={data.card} />}
    </Page>
  )
}

/** Fields of the card. What is wrong is told when one wants to save, at its field; what others save meanwhile takes nothing typed away. */
function CardForm({ standing, onSaved }: { standing: SchoolCard; onSaved: () => void }) {
  const may = useCan()('school.setCard', { kind: 'school' })
  const save = useCommand('school.setCard')
  const [card, setCard] = useState(standing)
  // What its author saw: the fields that somebody else saved since are taken over, unless they are being typed in here too.
  const [seen, setSeen] = useState(standing)
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const mine = differing(card, seen)
  if (!isSame(standing, seen) && differing(standing, seen).every((key) => !mine.includes(key))) {
    setCard({ ...standing, ...Object.fromEntries(mine.map((key) => [key, card[key]])) })
    setSeen(standing)
  }
  const changed = mine.length > 0
  const problems = tried ? cardProblems(card) : {}
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setProblem(null)
    setTried(true)
    if (Object.keys(cardProblems(card)).length > 0) {
      // After the words have been painted: the field that is wrong is in sight and read aloud with them.
      requestAnimationFrame(() => form.querySelector<HTMLInputElement>('[aria-invalid]')?.focus())
      return
    }
    try {
      await save.run({ card, expected: seen })
      toast(texts.card.saved)
      onSaved()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
      // What the other saved is taken over, and the next press saves one's own beside it.
      onSaved()
    }
  }
  const restore = () => {
    setCard(standing)
    setSeen(standing)
    setTried(false)
    setProblem(null)
  }
  const field = (
    key: keyof SchoolCard,
    maxLength: number,
    { hint, ...rest }: { hint?: string; inputMode?: 'numeric' | 'email' | 'tel' } = {},
  ) => (
    <TextField
      {...rest}
      label={texts.card[key]}
      hint={hint}
      problem={problems[key] ?? null}
      maxLength={maxLength}
      value={card[key]}
      disabled={!may}
      autoComplete="off"
      onChange={({ target }) =>
        setCard({ ...card, [key]: rest.inputMode === 'numeric' ? target.value.replaceAll(/\D/g, '') : target.value })
      }
    />
  )
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {!may && <Notice>{texts.card.readOnly}</Notice>}
        <Card title={texts.card.names} padded>
          <div className={styles.rows}>
            {field('name', 120, { hint: texts.card.nameHint })}
            {field('fullName', 400)}
            <div className={styles.pair}>
              {field('city', 80)}
              <TimeZoneField value={card.timeZone} disabled={!may} onChange={(timeZone) => setCard({ ...card, timeZone })} />
            </div>
          </div>
        </Card>
        <Card title={texts.card.requisites} padded>
          <div className={styles.pair}>
            {field('inn', 20, { inputMode: 'numeric' })}
            {field('ogrn', 20, { inputMode: 'numeric' })}
          </div>
        </Card>
        <Card title={texts.card.contacts} padded>
          <div className={styles.rows}>
            {field('address', 300)}
            <div className={styles.pair}>
              {field('phone', 60, { inputMode: 'tel' })}
              {field('email', 120, { inputMode: 'email' })}
            </div>
            {field('site', 200)}
          </div>
        </Card>
        <Card title={texts.card.head} padded>
          <div className={styles.pair}>
            {field('headName', 160)}
            {field('headPosition', 80)}
          </div>
        </Card>
        {problem && <Notice kind="bad">{problem}</Notice>}
        {may && (
          <div className={styles.actions}>
            <Button type="submit" kind="primary" busy={save.running} disabled={!changed}>
              {texts.card.save}
            </Button>
            {changed && <Button onClick={restore}>{texts.card.reset}</Button>}
          </div>
        )}
      </div>
      <FormHead card={card} />
    </form>
  )
}

const differing = (a: SchoolCard, b: SchoolCard) => (Object.keys(a) as (keyof SchoolCard)[]).filter((key) => a[key] !== b[key])
const isSame = (a: SchoolCard, b: SchoolCard) => differing(a, b).length === 0
