import { IconBell, IconPrinter, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { holdsUntil, monthsOf, type ObligatoryTopic, obligatoryTopics, standingOf } from '#domain/training/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Training.module.css'
import { TrainingTabs } from './TrainingTabs.tsx'
import * as texts from './texts.ru.ts'

type Person = Output<'training.standings'>['people'][number]

/** Who has passed what and until when it holds; who is missing is reminded; the register on paper and as a table. */
export default function StandingsScreen() {
  const { policies, today } = useMe()
  const can = useCan()
  const { data, error, refetch } = useQuery('training.standings', {})
  const remind = useCommand('training.remind')
  const [onlyDue, setOnlyDue] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const months = (topic: ObligatoryTopic) => monthsOf(topic, policies)
  const standing = (person: Person, topic: ObligatoryTopic) => standingOf(person[topic], months(topic), today)
  const isDue = (person: Person) => obligatoryTopics.some((topic) => standing(person, topic) !== 'done')
  const rows = (data?.people ?? []).filter((person) => !onlyDue || isDue(person))
  const keeps = can('training.remind', { kind: 'school' })
  const send = async (topic: ObligatoryTopic) => {
    const chosen = rows.filter(
      (person) => (selected.size === 0 || selected.has(person.personId)) && standing(person, topic) !== 'done',
    )
    if (chosen.length === 0) return void toast(texts.standings.nobody)
    try {
      const { reminded } = await remind.run({ topic, people: chosen.slice(0, 1_000).map(({ personId }) => personId) })
      toast(texts.standings.reminded(reminded))
      setSelected(new Set())
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  const columns: Column<Person>[] = [
    { key: 'name', label: texts.standings.columns.name, value: ({ name }) => name, width: 'l' },
    { key: 'position', label: texts.standings.columns.position, value: ({ position }) => position, hideOnPhone: true },
    ...obligatoryTopics.map((topic) => ({
      key: topic,
      label: texts.topicNames[topic],
      named: true,
      value: (person: Person) => person[topic] ?? '',
      cell: (person: Person) => <Term doneOn={person[topic]} months={months(topic)} today={today} />,
    })),
  ]
  return (
    <Page title={texts.standings.title} subtitle={texts.standings.lead(months('personalData'), months('journal'))}>
      <TrainingTabs />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && data.people.length > 0 && (
        <p className={styles.count}>
          {obligatoryTopics
            .map((topic) => {
              const done = data.people.filter((person) => ['done', 'expiring'].includes(standing(person, topic))).length
              return `${texts.topicNames[topic]}: ${texts.standings.summary(done, data.people.length)}`
            })
            .join('. ')}
        </p>
      )}
      {data && (
        <DataTable
          label={texts.standings.label}
          rows={rows}
          columns={columns}
          rowKey={({ personId }) => personId}
          searchLabel={texts.standings.search}
          {...(keeps ? { selected, onSelect: setSelected } : {})}
          tools={
            <>
              <CheckboxField label={texts.standings.only} checked={onlyDue} onChange={setOnlyDue} />
              {keeps &&
                obligatoryTopics.map((topic) => (
                  <Button
                    key={topic}
                    size="s"
                    icon={<IconBell size={16} stroke={1.7} aria-hidden />}
                    busy={remind.running}
                    onClick={() => void send(topic)}
                  >
                    {texts.standings.remind(texts.topicNames[topic])}
                  </Button>
                ))}
            </>
          }
          empty={
            onlyDue ? (
              <EmptyState title={texts.standings.allDone} />
            ) : (
              <EmptyState title={texts.standings.none} text={texts.standings.noneText} />
            )
          }
        />
      )}
      <Register today={today} />
    </Page>
  )
}

function Term({ doneOn, months, today }: { doneOn: PlainDate | null; months: number; today: PlainDate }) {
  const standing = standingOf(doneOn, months, today)
  const until = doneOn && holdsUntil(doneOn, months)
  return (
    <span className={styles.what}>
      <span className={styles[standing]}>{texts.standingNames[standing]}</span>
      {doneOn && (
        <span className={styles.detail}>
          {texts.standings.done(doneOn)}, {until ? texts.standings.until(until) : texts.standings.forGood}
        </span>
      )}
    </span>
  )
}

function Register({ today }: { today: PlainDate }) {
  const [from, setFrom] = useState(`${Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0)}-09-01`)
  const [to, setTo] = useState<string>(today)
  const [topic, setTopic] = useState('')
  const address = `?${new URLSearchParams({ from, to, ...(topic ? { topic } : {}) })}`
  const whole = from !== '' && to !== '' && from <= to
  return (
    <Card title={texts.standings.register} padded>
      <div className={styles.fields}>
        <p className={styles.hint}>{texts.standings.registerLead}</p>
        <div className={styles.row}>
          <DateField label={texts.standings.from} value={from} max={to} onChange={setFrom} />
          <DateField label={texts.standings.to} value={to} min={from} onChange={setTo} />
          <SelectField
            label={texts.standings.topic}
            value={topic}
            options={[
              { value: '', label: texts.standings.allTopics },
              ...Object.entries(texts.topicNames).map(([value, label]) => ({ value, label })),
            ]}
            onChange={setTopic}
          />
        </div>
        <div className={styles.tools}>
          <Button
            icon={<IconPrinter size={17} stroke={1.7} aria-hidden />}
            disabled={!whole}
            onClick={() => window.open(`/api/print/training-register${address}`, '_blank', 'noopener')}
          >
            {texts.standings.print}
          </Button>
          <Button
            icon={<IconTable size={17} stroke={1.7} aria-hidden />}
            disabled={!whole}
            onClick={() => window.open(`/api/print/training-register.xlsx${address}`, '_blank', 'noopener')}
          >
            {texts.standings.sheet}
          </Button>
        </div>
      </div>
    </Card>
  )
}
