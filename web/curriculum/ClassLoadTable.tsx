import { vacantOf } from '#domain/curriculum/needs.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './Load.module.css'
import { type Assignment, type ClassLoad, type Load, type Place, type Wanted, wantedOf } from './loadView.ts'
import { datesOf, type Names, namesIn } from './loadWords.ts'
import * as texts from './texts.ru.ts'

export type PlaceActions = {
  onAssign: (place: Place, groupId: string) => void
  onChange: (place: Place, assignment: Assignment) => void
  onOpenCourses: (wanted: Wanted[]) => void
}
const words = texts.classLoad

/** One class: every subject of its plan with its groups, who teaches them and what is free. Actions of null: it is only shown. */
export function ClassLoadTable({ load, shown, actions }: { load: Load; shown: ClassLoad; actions: PlaceActions | null }) {
  const names = namesIn(load)
  if (shown.places.length === 0) return <EmptyState title={words.nothingTitle} text={words.nothingText} />
  return (
    <Card title={shown.group.name} note={words.students(shown.group.students)}>
      <table className={styles.table} aria-label={words.table(shown.group.name)}>
        <thead>
          <tr>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.planned}</th>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.teacher}</th>
            {actions && (
              <th scope="col">
                <span className="unseen">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.places.map((place) => {
            const subject = names.subject(place.need.subjectId)
            const group = groupInClass(place, names)
            return (
              <tr key={place.key}>
                <th scope="row">
                  {subject}
                  {place.need.extracurricular && <span className={styles.soft}> {words.extracurricular}</span>}
                </th>
                <td className={styles.number}>
                  {place.planned > 0 ? hoursText(place.planned) : <span className={styles.beyond}>{words.beyond}</span>}
                </td>
                <td className={place.courseId ? undefined : styles.soft}>{group}</td>
                <td>
                  <Teachers place={place} load={load} actions={actions} />
                </td>
                {actions && (
                  <td>
                    <Actions place={place} what={`${subject}, ${group}`} actions={actions} />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Card>
  )
}

const groupInClass = (place: Place, names: Names): string =>
  place.groupId === null ? words.newGroup : place.groupId === place.owner.groupId ? words.whole : names.group(place.groupId)

function Teachers({ place, load, actions }: { place: Place; load: Load; actions: PlaceActions | null }) {
  const names = namesIn(load)
  const vacant = vacantOf(place)
  const more = place.planned > 0 ? place.assigned - place.planned : 0
  return (
    <>
      {place.running.map((assignment) => {
        const name = names.teacher(assignment.teacherId)
        return (
          <div key={assignment.assignmentId} className={styles.teacher}>
            {actions ? (
              <button
                type="button"
                className={styles.change}
                aria-label={words.change(name)}
                onClick={() => actions.onChange(place, assignment)}
              >
                {name}
              </button>
            ) : (
              name
            )}
            <span className={styles.soft}>
              {texts.load.hours(hoursText(assignment.halfHours))} {datesOf(assignment, load.year.from)}
            </span>
          </div>
        )
      })}
      {vacant > 0 && <span className={styles.vacant}>{words.vacant(hoursText(vacant))}</span>}
      {more > 0 && <span className={styles.beyond}>{words.over(hoursText(more))}</span>}
    </>
  )
}

function Actions({ place, what, actions }: { place: Place; what: string; actions: PlaceActions }) {
  const { groupId, need, owner } = place
  const assign = (id: string, label: string, name: string) => (
    <Button size="s" aria-label={name} onClick={() => actions.onAssign(place, id)}>
      {label}
    </Button>
  )
  if (groupId !== null) {
    if (vacantOf(place) === 0 && place.running.length > 0) return null
    return <div className={styles.actions}>{assign(groupId, words.assign, words.assignOf(what))}</div>
  }
  return (
    <div className={styles.actions}>
      <Button size="s" aria-label={words.makeGroupsOf(what)} onClick={() => actions.onOpenCourses([wantedOf(owner, need)])}>
        {words.makeGroups}
      </Button>
      {!need.extracurricular &&
        !need.seats.some(({ courseId }) => courseId) &&
        assign(owner.groupId, words.assignWhole, words.assignWholeOf(what))}
    </div>
  )
}
