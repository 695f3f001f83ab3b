import { IconCheck } from '@tabler/icons-react'
import styles from './Steps.module.css'
import * as texts from './texts.ru.ts'

export type Step = { key: string; label: string; state: 'done' | 'current' | 'todo' }

/** The steps of a guide: what is done, where one is, what is ahead. Steps that are done are pressed to go back. */
export function Steps({ label, steps, onSelect }: { label: string; steps: readonly Step[]; onSelect?: (key: string) => void }) {
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map(({ key, label, state }, i) => {
          const content = (
            <>
              <span className={styles.number} aria-hidden>
                {state === 'done' ? <IconCheck size={14} stroke={2.4} /> : i + 1}
              </span>
              <span className={styles.label}>{label}</span>
              <span className="unseen">{texts.steps[state]}</span>
            </>
          )
          return (
            <li key={key} className={styles.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              {onSelect && state !== 'current' ? (
                <button type="button" className={styles.press} onClick={() => onSelect(key)}>
                  {content}
                </button>
              ) : (
                <span className={styles.press}>{content}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
