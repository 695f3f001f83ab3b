import { IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { monthName, numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ArrivalDialog } from './ArrivalDialog.tsx'
import card from './Card.module.css'
import { DepartureDialog } from './DepartureDialog.tsx'
import form from './Form.module.css'
import { gapsText } from './gapsText.ts'
import { TextArea } from './TextArea.tsx'
import { TimeText } from './TimeText.tsx'
import * as texts from './texts.ru.ts'
import { useLeaveContact } from './useLeaveContact.tsx'

type Line = Output<'people.classChecks'>['checklist'][number]

/** The checklist of one class: each student’s data, what is missing, and the word that they were checked. */
export default function ClassChecksScreen() {
  const { classId = '' } = useParams<{ classId: string }>()
  const [, navigate] = useLocation()
  const { data, error, refetch } = useQuery('people.classChecks', { classId })
  const can = useCan()
  const confirmStudents = useCommand('people.confirmStudents')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<'all' | 'notTicked' | 'gaps' | 'family'>('all')
  const [doing, setDoing] = useState<'confirm' | 'arrival' | 'departure' | null>(null)
  const { actor } = useMe()
  const several = can('school.settings', { kind: 'school' }) || actor.homeroomOf.length > 1
  const leads = can('people.confirmClass', { kind: 'class', classId })
  if (!data)
    return (
      <Page title={texts.checks.title}>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />}</Page>
    )
  const tick = async () => {
    try {
      await confirmStudents.run({ classId, students: [...selected] })
      toast(texts.checks.tickedToast(selected.size))
      setSelected(new Set())
      refetch()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  const ticked = data.checklist.filter((line) => line.ticked).length
  const lines = data.checklist.filter(
    (line) => ({ all: true, notTicked: !line.ticked, gaps: line.gaps.length > 0, family: !line.family })[shown],
  )
  const month = `${monthName(data.month)} ${data.month.slice(0, 4)}`
  return (
    <Page
      title={`${texts.checks.title}: ${data.name}`}
      subtitle={several && <Link href="/school/people/checks">{texts.checks.every}</Link>}
      actions={
        <>
          <ButtonLink href={`/school/people/class/${classId}`}>{texts.checks.people}</ButtonLink>
          <ButtonLink href={`/school/consents/class/${classId}`}>{texts.checks.consents}</ButtonLink>
          {leads && (
            <Button kind="primary" onClick={() => setDoing('confirm')}>
              {texts.checks.confirm}
            </Button>
          )}
        </>
      }
    >
      <ProgressBar label={texts.checks.columns.quality} value={data.percent} max={100} />
      {data.gaps.length > 0 && <Notice kind="note">{gapsText(data.gaps)}</Notice>}
      <Card
        title={texts.checks.campaign}
        note={data.campaignOpen ? texts.checks.ticked(ticked, data.students) : texts.checks.campaignClosed}
        padded
      >
        <p>{data.keepsEmails ? texts.checks.campaignTextEmail : texts.checks.campaignText}</p>
        <p className={card.detail}>{texts.checks.families(data.checklist.filter((line) => line.family).length, data.students)}</p>
      </Card>
      <DataTable
        label={texts.checks.checklist}
        rows={lines}
        columns={columnsOf(data.keepsEmails)}
        rowKey={({ studentId }) => studentId}
        searchLabel={texts.checks.search}
        onOpen={({ studentId }) => navigate(`/school/people/${studentId}`)}
        {...(leads && data.campaignOpen ? { selected, onSelect: setSelected } : {})}
        tools={
          <>
            <SelectField
              label={texts.list.show}
              bare
              value={shown}
              options={Object.entries(texts.checks.linesShown).map(([value, label]) => ({ value, label }))}
              onChange={(value) => setShown(value as typeof shown)}
            />
            {leads && data.campaignOpen && (
              <Button busy={confirmStudents.running} disabled={selected.size === 0} onClick={() => void tick()}>
                {texts.checks.tickMany(selected.size)}
              </Button>
            )}
            {leads && (
              <>
                <Button icon={<IconUserPlus size={17} aria-hidden />} onClick={() => setDoing('arrival')}>
                  {texts.checks.arrival}
                </Button>
                <Button icon={<IconUserMinus size={17} aria-hidden />} onClick={() => setDoing('departure')}>
                  {texts.checks.departure}
                </Button>
              </>
            )}
          </>
        }
        empty={<EmptyState title={shown === 'all' ? texts.list.none : texts.checks.allDone[shown]} />}
      />
      <Card title={texts.checks.months}>
        {data.months.length === 0 && <p className={card.none}>{texts.checks.noMonths}</p>}
        <ul className={card.lines}>
          {data.months.map(({ month: checked, by, at, remarks }) => (
            <li key={checked} className={card.line}>
              <span className={card.what}>
                <span className={card.name}>
                  {monthName(checked)} {checked.slice(0, 4)}
                </span>
                {remarks && <span>{remarks}</span>}
              </span>
              <span className={card.detail}>
                <TimeText at={at} say={(when) => texts.checks.tickedBy(by, when)} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {doing === 'confirm' && (
        <ConfirmClassDialog classId={classId} month={month} onDone={refetch} onClose={() => setDoing(null)} />
      )}
      {doing === 'arrival' && <ArrivalDialog classId={classId} onClose={() => setDoing(null)} />}
      {doing === 'departure' && (
        <DepartureDialog
          students={data.checklist.map(({ studentId, name }) => ({ value: studentId, label: name }))}
          onClose={() => setDoing(null)}
        />
      )}
    </Page>
  )
}

const columnsOf = (emails: boolean): Column<Line>[] => [
  { key: 'name', label: texts.checks.student, value: (line) => line.name, width: 'l' },
  {
    key: 'born',
    label: texts.fields.bornOn,
    named: true,
    value: (line) => line.bornOn,
    cell: (line) => (line.bornOn ? numericDate(line.bornOn) : '—'),
    width: 's',
  },
  { key: 'languages', label: texts.fields.foreignLanguages, value: (line) => line.foreignLanguages, width: 's' },
  {
    key: 'guardians',
    label: texts.list.columns.guardians,
    named: true,
    value: (line) => line.guardians.map(({ name, email }) => (emails && email ? `${name} (${email})` : name)).join('; '),
  },
  {
    key: 'gaps',
    label: texts.checks.columns.gaps,
    value: (line) => line.gaps.map((gap) => texts.gapNames[gap]).join(', '),
    cell: (line) => line.gaps.map((gap) => texts.gapNames[gap]).join(', ') || texts.checks.fine,
  },
  {
    key: 'ticked',
    label: texts.checks.state,
    named: true,
    value: (line) => line.ticked?.at ?? null,
    cell: (line) => (
      <>
        {line.ticked ? <TimeText at={line.ticked.at} say={(at) => at} /> : texts.checks.notTicked}
        {line.family && (
          <div className={card.detail}>
            <TimeText at={line.family.at} say={(at) => texts.checks.familySaid(line.family!.by, at)} />
          </div>
        )}
      </>
    ),
    width: 'm',
  },
]

function ConfirmClassDialog({
  classId,
  month,
  onDone,
  onClose,
}: {
  classId: string
  month: string
  onDone: () => void
  onClose: () => void
}) {
  const confirm = useCommand('people.confirmClass')
  const [remarks, setRemarks] = useState('')
  const contact = useLeaveContact()
  return (
    <ConfirmDialog
      title={texts.checks.confirmTitle(month)}
      action={texts.checks.confirm}
      onClose={onClose}
      onConfirm={async () => {
        await contact.send((evenIfContact) => confirm.run({ classId, remarks, evenIfContact }))
        toast(texts.checks.confirmed)
        onDone()
        onClose()
      }}
    >
      <div className={form.fields}>
        <p>{texts.checks.confirmText}</p>
        <TextArea label={texts.checks.remarks} value={remarks} onChange={setRemarks} />
        {contact.field}
      </div>
    </ConfirmDialog>
  )
}
