import { IconArrowLeft } from '@tabler/icons-react'
import { vacantOf } from '#domain/curriculum/needs.ts'
import { Button } from '#web/ui/Button.tsx'
import type { Target } from './AssignDialog.tsx'
import type { LoadPlace } from './addresses.ts'
import { ClassLoadList } from './ClassLoadList.tsx'
import { ClassLoadTable } from './ClassLoadTable.tsx'
import styles from './Load.module.css'
import type { LoadDialogState } from './LoadDialog.tsx'
import type { ClassLoad, Load, Place, TeacherLoad } from './loadView.ts'
import { groupOf, namesIn } from './loadWords.ts'
import { SubjectLoadList } from './SubjectLoadList.tsx'
import { TeacherLoadList } from './TeacherLoadList.tsx'
import { TeacherLoadTable } from './TeacherLoadTable.tsx'
import * as texts from './texts.ru.ts'
import { VacancyList } from './VacancyList.tsx'

/** The view chosen: all classes or one, what is free, all teachers or one, subjects. */
export function LoadViews({
  load,
  place,
  classes,
  teachers,
  places,
  onGo,
  onDialog,
}: {
  load: Load
  place: LoadPlace
  classes: readonly ClassLoad[]
  teachers: readonly TeacherLoad[]
  places: readonly Place[]
  onGo: (part: Partial<LoadPlace>) => void
  onDialog: ((state: LoadDialogState) => void) | null
}) {
  const names = namesIn(load)
  const labelOf = (one: Place) => `${names.subject(one.need.subjectId)}, ${groupOf(one, names)}`
  const targetOf = (one: Place, groupId: string): Target => ({
    groupId,
    subjectId: one.need.subjectId,
    label: `${names.subject(one.need.subjectId)}, ${names.group(groupId)}`,
    halfHours: vacantOf(one),
    all: one.groupId === groupId ? one.all : [],
  })
  const back = (label: string) => (
    <div className={styles.bar}>
      <Button kind="quiet" icon={<IconArrowLeft size={17} />} onClick={() => onGo({ of: null })}>
        {label}
      </Button>
    </div>
  )
  const ofClass = classes.find(({ group }) => group.groupId === place.of)
  const ofTeacher = teachers.find(({ teacher }) => teacher.personId === place.of)
  if (place.view === 'subjects') return <SubjectLoadList load={load} places={places} />
  if (place.view === 'vacancies')
    return (
      <VacancyList
        load={load}
        places={places}
        onAssign={
          onDialog && ((chosen) => onDialog({ kind: 'assign', targets: chosen.map((one) => targetOf(one, one.groupId!)) }))
        }
      />
    )
  if (place.view === 'teachers') {
    if (!ofTeacher) return <TeacherLoadList load={load} teachers={teachers} onOpen={(of) => onGo({ of })} />
    return (
      <>
        {back(texts.load.backTeachers)}
        <TeacherLoadTable
          load={load}
          shown={ofTeacher}
          onChange={
            onDialog &&
            (({ course, assignment }) =>
              onDialog({
                kind: 'change',
                subjectId: course.subjectId,
                label: `${names.subject(course.subjectId)}, ${names.group(course.groupId)}`,
                assignment,
              }))
          }
        />
      </>
    )
  }
  if (!ofClass) return <ClassLoadList classes={classes} onOpen={(of) => onGo({ of })} />
  return (
    <>
      {back(texts.load.back)}
      <ClassLoadTable
        load={load}
        shown={ofClass}
        actions={
          onDialog && {
            onAssign: (one, groupId) => onDialog({ kind: 'assign', targets: [targetOf(one, groupId)] }),
            onChange: (one, assignment) =>
              onDialog({ kind: 'change', subjectId: one.need.subjectId, label: labelOf(one), assignment }),
            onOpenCourses: (courses) => onDialog({ kind: 'open', courses }),
          }
        }
      />
    </>
  )
}
