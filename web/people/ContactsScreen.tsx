import { IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './ClassContacts.module.css'
import { ClassContacts } from './ClassContacts.tsx'
import * as texts from './contacts.texts.ru.ts'

export type ContactLine = Output<'people.openContacts'>['students'][number]

/** How to reach the families of a class. Nothing is read until a class is chosen: each reading stays in the history. */
export default function ContactsScreen() {
  const { data, error, refetch } = useQuery('people.contactClasses', {})
  const can = useCan()
  const { today } = useMe()
  const open = useCommand('people.openContacts')
  const [classId, setClassId] = useState('')
  const [opened, setOpened] = useState<{ classId: string; students: readonly ContactLine[] } | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const show = async (wanted: string) => {
    setClassId(wanted)
    setOpened(null)
    setFailure(null)
    if (!wanted) return
    try {
      setOpened({ classId: wanted, ...(await open.run({ classId: wanted })) })
    } catch (problem) {
      setFailure(problem as Error)
    }
  }
  const kept = data && data.keeps.length > 0
  return (
    <Page
      title={texts.title}
      subtitle={texts.subtitle}
      actions={
        opened && (
          <PrintBar
            kind="contacts"
            about={data?.classes.find((one) => one.classId === opened.classId)?.name ?? ''}
            students={opened.students}
            classId={opened.classId}
            on={today}
          />
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && !kept && (
        <Card>
          <EmptyState
            title={texts.off}
            text={texts.offText}
            action={
              can('school.setPolicy', { kind: 'school' }) && <ButtonLink href="/school/policies">{texts.toPolicies}</ButtonLink>
            }
          />
        </Card>
      )}
      {kept && data.classes.length === 0 && <EmptyState title={texts.noClasses} />}
      {kept && data.classes.length > 0 && (
        <div className={styles.choice}>
          <SelectField
            label={texts.className}
            value={classId}
            options={[
              { value: '', label: texts.choose },
              ...data.classes.map((one) => ({ value: one.classId, label: texts.option(one.name, one.students) })),
            ]}
            onChange={(wanted) => void show(wanted)}
          />
        </div>
      )}
      {kept && data.classes.length > 0 && !classId && (
        <Card>
          <EmptyState icon={<IconPhone size={24} stroke={1.6} aria-hidden />} title={texts.before} text={texts.beforeText} />
        </Card>
      )}
      {failure && <ErrorState error={failure} onRetry={() => void show(classId)} />}
      {classId &&
        !failure &&
        (opened?.classId === classId ? <ClassContacts students={opened.students} /> : <Skeleton rows={8} />)}
    </Page>
  )
}
