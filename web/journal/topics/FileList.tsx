import { IconX } from '@tabler/icons-react'
import { IconButton } from '#web/ui/IconButton.tsx'
import styles from './TopicsTab.module.css'
import type { Attached } from './tasks.ts'
import { fileSize, topics } from './texts.ru.ts'

/** Files of a task; each opens, and may be taken off by who may write. */
export function FileList({ files, onRemove }: { files: readonly Attached[]; onRemove: ((fileId: string) => void) | null }) {
  if (files.length === 0) return null
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.fileId}>
          <a href={`/api/files/${file.fileId}`} download={file.name} className={styles.file}>
            {file.name}
          </a>
          <span className={styles.hint}>{fileSize(file.size)}</span>
          {onRemove && (
            <IconButton
              size="s"
              label={topics.removeFile(file.name)}
              icon={<IconX size={15} />}
              onClick={() => onRemove(file.fileId)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
