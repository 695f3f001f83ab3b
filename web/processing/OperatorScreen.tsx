import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { Operator } from '#domain/processing/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Processing.module.css'
import { ProcessingTabs } from './ProcessingTabs.tsx'
import * as texts from './texts.ru.ts'
import { useSaving } from './useSaving.ts'

/** Where the data lie, who was appointed to answer, and what Роскомнадзор has been told. */
export default function OperatorScreen() {
  const { data, error, refetch } = useQuery('processing.register', {})
  return (
    <Page title={texts.title} subtitle={texts.subtitle} width="narrow">
      <ProcessingTabs />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && <OperatorForm key={JSON.stringify(data.operator)} standing={data.operator} onSaved={refetch} />}
    </Page>
  )
}

function OperatorForm({ standing, onSaved }: { standing: Operator; onSaved: () => void }) {
  const can = useCan()
  const { today } = useMe()
  const set = useCommand('processing.setOperator')
  const [operator, setOperator] = useState(standing)
  const { problem, save } = useSaving()
  const reads = !can('processing.setOperator', { kind: 'school' })
  const words = texts.operator
  const send = async () => {
    await save(() => set.run({ operator, expected: standing }), texts.saved)
    onSaved()
  }
  const line = (key: 'hostingAddress' | 'hostingOwner' | 'responsible' | 'orderNumber' | 'levelAct' | 'noticeNumber', max: number, hint?: string): ReactNode => (
    <TextField
      label={words[key]}
      hint={hint}
      value={operator[key]}
      maxLength={max}
      disabled={reads}
      onChange={(event) => setOperator({ ...operator, [key]: event.target.value })}
    />
  ) // biome-ignore format: one glance
  const day = (key: 'orderDate' | 'noticeDate'): ReactNode => (
    <DateField
      label={words[key]}
      value={operator[key] ?? ''}
      max={today}
      disabled={reads}
      onChange={(value) => setOperator({ ...operator, [key]: value || null })}
    />
  )
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Card title={words.where} padded>
        <div className={styles.form}>
          {line('hostingAddress', 300, words.hostingAddressHint)}
          {line('hostingOwner', 300, words.hostingOwnerHint)}
        </div>
      </Card>
      <Card title={words.who} padded>
        <div className={styles.form}>
          {line('responsible', 200, words.responsibleHint)}
          <div className={styles.row}>
            {line('orderNumber', 40)}
            {day('orderDate')}
          </div>
        </div>
      </Card>
      <Card title={words.protection} padded>
        <div className={styles.row}>
          <SelectField
            label={words.level}
            value={operator.level === null ? '' : String(operator.level)}
            options={words.levels}
            disabled={reads}
            onChange={(level) => setOperator({ ...operator, level: level === '' ? null : Number(level) })}
          />
          {line('levelAct', 200)}
        </div>
      </Card>
      <Card title={words.rkn} padded>
        <div className={styles.row}>
          {line('noticeNumber', 60)}
          {day('noticeDate')}
        </div>
      </Card>
      <p className={styles.detail}>
        {words.fromCard} <Link href="/school/card">{words.toCard}</Link>
      </p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {!reads && (
        <div>
          <Button kind="primary" type="submit" busy={set.running}>
            {texts.save}
          </Button>
        </div>
      )}
    </form>
  )
}
