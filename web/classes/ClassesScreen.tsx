import { useState } from 'react'
import { searchForm } from '#domain/platform/texts.ts'
import { seesEverything, teaches } from '#web/access/people.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Tasks } from '#web/tasks/Tasks.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './ClassesScreen.module.css'
import { ClassTable } from './ClassTable.tsx'
import * as texts from './texts.ru.ts'

/** Classes with their students; each name opens a diary. */
export default function ClassesScreen() {
  const { data, error, refetch } = useQuery('classes.list', {}, { keep: true })
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const wanted = searchForm(search)
  const shown = (data?.classes ?? [])
    .filter((one) => chosen === '' || one.classId === chosen)
    .map((one) => ({ ...one, students: one.students.filter((student) => searchForm(student.name).includes(wanted)) }))
    .filter((one) => one.students.length > 0 || wanted === '')
  const several = (data?.classes.length ?? 0) > 1
  const me = useMe()
  const begins = !teaches(me) && !seesEverything(me) // their work begins here
  return (
    <Page title={texts.title} subtitle={data && texts.subtitle(data.from, data.to)} width="narrow">
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data?.classes.length === 0 && <EmptyState title={texts.none} text={texts.noneText} />}
      {begins && <Tasks />}
      {several && (
        <div className={styles.filter}>
          <SearchField label={texts.search} value={search} onChange={setSearch} />
          <SelectField
            label={texts.chooseClass}
            bare
            value={chosen}
            onChange={setChosen}
            options={[
              { value: '', label: texts.allClasses },
              ...data!.classes.map(({ classId, name }) => ({ value: classId, label: name })),
            ]}
          />
        </div>
      )}
      {data && data.classes.length > 0 && shown.length === 0 && <EmptyState title={texts.nobody} text={texts.nobodyText} />}
      {shown.map((one) => (
        <Card key={one.classId}>
          <ClassTable ofClass={one} />
        </Card>
      ))}
    </Page>
  )
}
