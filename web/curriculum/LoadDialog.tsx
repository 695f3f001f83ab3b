import { AssignDialog, type Target } from './AssignDialog.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import type { Assignment, Load, TeacherLoad, Wanted } from './loadView.ts'
import { OpenCoursesDialog } from './OpenCoursesDialog.tsx'

export type LoadDialogState =
  | { kind: 'open'; courses: Wanted[] }
  | { kind: 'assign'; targets: Target[] }
  | { kind: 'change'; subjectId: string; label: string; assignment: Assignment }

/** What is being done to the load. */
export function LoadDialog({
  state,
  ...rest
}: {
  load: Load
  teachers: readonly TeacherLoad[]
  day: string
  state: LoadDialogState
  onDone: () => void
  onClose: () => void
}) {
  if (state.kind === 'open') return <OpenCoursesDialog courses={state.courses} onDone={rest.onDone} onClose={rest.onClose} />
  if (state.kind === 'assign') return <AssignDialog {...rest} targets={state.targets} />
  return <ChangeDialog {...rest} subjectId={state.subjectId} label={state.label} assignment={state.assignment} />
}
