import { IconBell, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { administrator } from '#domain/access/relations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { ClassAccounts } from './ClassAccounts.tsx'
import * as texts from './issue.texts.ru.ts'
import * as leaflet from './leaflet.texts.ru.ts'

/** «Доступ» of the class one leads: who has it, who was given it, and giving it. [S2 1.6, S4 К1] */
export default function ClassAccessScreen() {
  const { actor, policies, today } = useMe()
  const asked = new URLSearchParams(useSearch()).get('class')
  const [classId, setClassId] = useState(asked ?? actor.homeroomOf[0] ?? '')
  const { data: classes } = useQuery('classes.list', {}, { enabled: actor.homeroomOf.length > 1 })
  const issues = policies['access.homeroomIssues'] || administrator(actor, { kind: 'school' }, today)
  const names = new Map(classes?.classes.map((one) => [one.classId, one.name]))
  return (
    <Page
      title={texts.classAccess.title}
      subtitle={issues ? texts.classAccess.lead : undefined}
      actions={
        <>
          <ButtonLink href={`/class-access/notices?class=${classId}`} icon={<IconBell size={17} aria-hidden />}>
            {leaflet.whoCame}
          </ButtonLink>
          <ButtonLink href="/class-access/leaflet" icon={<IconFileText size={17} aria-hidden />}>
            {leaflet.link}
          </ButtonLink>
        </>
      }
      controls={
        actor.homeroomOf.length > 1 && (
          <SelectField
            label={texts.classAccess.pick}
            bare
            value={classId}
            options={actor.homeroomOf.map((id) => ({ value: id, label: names.get(id) ?? '…' }))}
            onChange={setClassId}
          />
        )
      }
    >
      {!issues && <Notice kind="note">{texts.classAccess.closed}</Notice>}
      {classId && <ClassAccounts key={classId} classId={classId} issues={issues} />}
    </Page>
  )
}
