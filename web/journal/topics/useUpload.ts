import { useState } from 'react'
import { attachable, LARGEST_FILE } from '#domain/homework/rules.ts'
import { refusalText } from '#domain/texts.ts'
import { upload } from '#web/platform/client.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { useLessonTasks } from './LessonTasksContext.tsx'
import type { Attached } from './tasks.ts'

/** Chooses a file, sends it, and tells when it may be attached. A file is not kept for later: without a network it is said at once. */
export function useUpload(onUploaded: (file: Attached) => void) {
  const tasks = useLessonTasks()
  const [uploading, setUploading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (file: File) => {
    const wrong = whyNotAttachable(file)
    setProblem(wrong)
    if (wrong) return
    setUploading(true)
    try {
      const attached = await upload(file)
      tasks.uploaded(attached)
      onUploaded(attached)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
    setUploading(false)
  }
  const choose = () => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = [...Object.keys(attachable), ...Object.values(attachable).map((end) => `.${end}`)].join()
    input.onchange = () => input.files?.[0] && void send(input.files[0])
    input.click()
  }
  return { choose, uploading, problem }
}

function whyNotAttachable(file: File): string | null {
  if (file.size > LARGEST_FILE) return refusalText('files.tooLarge')
  if (file.size === 0) return refusalText('files.empty')
  return file.type !== '' && !(file.type in attachable) ? refusalText('files.kind') : null
}
