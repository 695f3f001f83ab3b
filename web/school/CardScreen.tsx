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
      {data && <CardForm key={JSON.stringify(data.card)} standing={data.card} onSaved={refetch} />}
      {data && <NextStep after={data.card} />}
    </Page>
  )
}

/** Fields of the card; also the first step of the first start. */
export function CardForm({ standing, onSaved }: { standing: SchoolCard; onSaved: () => void }) {
  const may = useCan()('school.setCard', { kind: 'school' })
  const save = useCommand('school.setCard')
  const [card, setCard] = useState(standing)
  const [problem, setProblem] = useState<string | null>(null)
  const changed = JSON.stringify(card) !== JSON.stringify(standing)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      await save.run({ card, expected: standing })
      toast(texts.card.saved)
      onSaved()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  const field = (
    key: keyof SchoolCard,
    hint?: string,
    rest: { required?: boolean; inputMode?: 'numeric' | 'email' | 'tel' } = {},
  ) => (
    <TextField
      {...rest}
      label={texts.card[key]}
      hint={hint}
      value={card[key]}
      disabled={!may}
      autoComplete="off"
      onChange={(event) => setCard({ ...card, [key]: event.target.value })}
    />
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        {!may && <Notice>{texts.card.readOnly}</Notice>}
        <Card title={texts.card.names} padded>
          <div className={styles.rows}>
            {field('name', texts.card.nameHint, { required: true })}
            {field('fullName', undefined, { required: true })}
            <div className={styles.pair}>
              {field('city')}
              <TimeZoneField value={card.timeZone} disabled={!may} onChange={(timeZone) => setCard({ ...card, timeZone })} />
            </div>
          </div>
        </Card>
        <Card title={texts.card.requisites} padded>
          <div className={styles.pair}>
            {field('inn', undefined, { inputMode: 'numeric' })}
            {field('ogrn', undefined, { inputMode: 'numeric' })}
          </div>
        </Card>
        <Card title={texts.card.contacts} padded>
          <div className={styles.rows}>
            {field('address')}
            <div className={styles.pair}>
              {field('phone', undefined, { inputMode: 'tel' })}
              {field('email', undefined, { inputMode: 'email' })}
            </div>
            {field('site')}
          </div>
        </Card>
        <Card title={texts.card.head} padded>
          <div className={styles.pair}>
            {field('headName')}
            {field('headPosition')}
          </div>
        </Card>
        {problem && <Notice kind="bad">{problem}</Notice>}
        {may && (
          <div className={styles.actions}>
            <Button type="submit" kind="primary" busy={save.running} disabled={!changed}>
              {texts.card.save}
            </Button>
            {changed && <Button onClick={() => setCard(standing)}>{texts.card.reset}</Button>}
          </div>
        )}
      </div>
      <FormHead card={card} />
    </form>
  )
}
