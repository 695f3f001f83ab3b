import { useState } from 'react'
import { maySignAlone } from '#domain/consents/rules.ts'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import type { ClassConsents } from './ClassConsentsScreen.tsx'
import styles from './Consents.module.css'
import { ScanField } from './ScanField.tsx'
import * as texts from './texts.ru.ts'

type Recorded = Input<'consents.record'>
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** Registers one decision of several students: the pile of blanks on the table. */
export function RecordDialog({
  classId,
  purposes,
  students,
  onDone,
  onClose,
}: {
  classId: string
  purposes: ClassConsents['purposes']
  students: ClassConsents['students']
  onDone: () => void
  onClose: () => void
}) {
  const { today } = useMe()
  const record = useCommand('consents.record')
  const [draft, setDraft] = useState<Omit<Recorded, 'classId' | 'students'>>({
    purposeId: purposes[0]?.purposeId ?? '',
    state: 'given',
    on: today,
    carrier: 'paper',
  })
  const [signers, setSigners] = useState<Record<string, { givenBy: string; number: string }>>(() =>
    Object.fromEntries(
      students.map(({ studentId, guardians }) => [studentId, { givenBy: guardians[0]?.personId ?? '', number: '' }]),
    ),
  )
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const [scan, setScan] = useState<{ fileId: string; name: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setProblem(null)
    try {
      await record.run({
        classId,
        ...draft,
        students: students.map(({ studentId }) => ({
          studentId,
          givenBy: signers[studentId]?.givenBy || null,
          number: signers[studentId]?.number ?? '',
          fileId: scan?.fileId ?? null,
        })),
      })
      toast(texts.recording.done(students.length))
      onDone()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.recording.title}
      shape="wide"
      onClose={onClose}
      footer={
        <Button kind="primary" busy={record.running} onClick={save}>
          {texts.recording.action}
        </Button>
      }
    >
      <div className={styles.fields}>
        <SelectField
          label={texts.recording.purpose}
          value={draft.purposeId}
          options={purposes.map(({ purposeId, name }) => ({ value: purposeId, label: name }))}
          onChange={(purposeId) => set({ purposeId })}
        />
        <div className={styles.row}>
          <SelectField
            label={texts.recording.state}
            value={draft.state}
            options={options(texts.recording.states)}
            onChange={(state) => set({ state: state as Recorded['state'] })}
          />
          <SelectField
            label={texts.recording.carrier}
            value={draft.carrier}
            options={options(texts.recording.carriers)}
            onChange={(carrier) => set({ carrier: carrier as Recorded['carrier'] })}
          />
          <DateField
            label={texts.recording.on}
            value={draft.on}
            max={today}
            required
            onChange={(on) => on && set({ on: on as PlainDate })}
          />
        </div>
        <ul className={styles.signers}>
          {students.map(({ studentId, name, guardians, bornOn }) => (
            <li key={studentId}>
              <span className={styles.name}>{name}</span>
              <span className={styles.signer}>
                <SelectField
                  label={texts.recording.signer}
                  aria-label={`${texts.recording.signer}: ${name}`}
                  value={signers[studentId]?.givenBy ?? ''}
                  options={[
                    ...guardians.map((guardian) => ({ value: guardian.personId, label: guardian.name })),
                    ...(maySignAlone(bornOn, draft.on) ? [{ value: studentId, label: texts.recording.self }] : []),
                    { value: '', label: texts.recording.noSigner },
                  ]}
                  onChange={(givenBy) => setSigners({ ...signers, [studentId]: { number: '', ...signers[studentId], givenBy } })}
                />
                <TextField
                  label={texts.recording.number}
                  value={signers[studentId]?.number ?? ''}
                  maxLength={60}
                  onChange={(event) =>
                    setSigners({ ...signers, [studentId]: { givenBy: '', ...signers[studentId], number: event.target.value } })
                  }
                />
              </span>
            </li>
          ))}
        </ul>
        <ScanField scan={scan} several={students.length > 1} onScan={setScan} />
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
