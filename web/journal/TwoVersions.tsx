import type { MouseEvent } from 'react'
import { panel } from './cell/texts.ru.ts'
import styles from './TwoVersions.module.css'

/** Something of ours was refused because somebody else's stands there: both, to choose from. */
export type Conflict = {
  question: string
  theirs: string[]
  /** Whose it is and since when. */
  who: string
  mine: string[]
  keepTheirs: () => void
  writeMine: () => void
}

/** Two versions side by side; each is a button that keeps it. `large` for marks and letters. */
export function TwoVersions({ conflict, large = false }: { conflict: Conflict; large?: boolean }) {
  const { question, theirs, who, mine, keepTheirs, writeMine } = conflict
  const choices = [
    { lines: theirs, who, verb: panel.keepTheirs, choose: keepTheirs },
    { lines: mine, who: panel.mine, verb: panel.writeMine, choose: writeMine },
  ]
  return (
    <div className={styles.conflict} role="alert">
      <p>{question}</p>
      <div className={styles.two}>
        {choices.map((choice) => (
          <button
            key={choice.verb}
            type="button"
            className={styles.choice}
            data-large={large || undefined}
            onMouseDown={staysInField}
            onClick={choice.choose}
          >
            {choice.lines.map((line) => (
              <span key={line} className={styles.line}>
                {line}
              </span>
            ))}
            <span className={styles.who}>{choice.who}</span>
            <span className={styles.verb}>{choice.verb}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

/** Leaving the field would save it, and the choice would come too late. */
const staysInField = (event: MouseEvent) => event.preventDefault()
