import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import type { Wanted } from './loadView.ts'
import * as texts from './texts.ru.ts'

const words = texts.load

/** Opens the courses that the plans ask for and that are not there yet. */
export function OpenCoursesDialog({ courses, onDone, onClose }: { courses: Wanted[]; onDone: () => void; onClose: () => void }) {
  const open = useCommand('curriculum.openCourses')
  const confirm = async () => {
    const { opened } = await open.run({ courses })
    toast(words.opened(opened))
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={words.openTitle} action={words.openAction} onConfirm={confirm} onClose={onClose}>
      <p>{words.openText(courses.length, new Set(courses.map(({ classId }) => classId)).size)}</p>
    </ConfirmDialog>
  )
}
