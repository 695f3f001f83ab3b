import { movementNames } from '#domain/classes/texts.ru.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { StudentName } from '#web/printing/StudentName.tsx'
import type { Line } from './LineTable.tsx'
import styles from './Movement.module.css'
import * as texts from './texts.ru.ts'

/** The book as it is filed: all lines that stand, the oldest first. */
export function PaperBook({ lines }: { lines: readonly Line[] }) {
  const { columns } = texts
  return (
    <table className={styles.paper}>
      <thead>
        <tr>
          {Object.values(columns).map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.toReversed().map((line) => (
          <tr key={line.movementId}>
            <td>{numericDate(line.on)}</td>
            <td>
              <StudentName studentId={line.studentId} name={line.student} />
            </td>
            <td>{movementNames[line.kind]}</td>
            <td>{[line.fromClass, line.toClass].filter(Boolean).join(' → ')}</td>
            <td>{[texts.order(line.orderNumber, line.orderDate), line.fileId && texts.scan.has].filter(Boolean).join(', ')}</td>
            <td>{line.reason}</td>
            <td>{line.otherSchool}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
