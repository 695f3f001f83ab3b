import { memo } from 'react'
import { useJournal } from './JournalContext.ts'
import { type Intent, padIntents } from './keys.ts'
import styles from './MarkPad.module.css'
import { pad, padButton } from './texts.ru.ts'

/** Marks and absences as buttons, for the mouse and the thumb: each does what its key does. */
export const MarkPad = memo(function MarkPad({ size, onPress }: { size: 'strip' | 'thumb'; onPress: (intent: Intent) => void }) {
  const { model } = useJournal()
  const { scale } = model.page.course
  const intents = padIntents(scale, model.policy['marks.lowest'], model.noMarks === null)
  return (
    <div
      role="group"
      aria-label={pad.label}
      className={size === 'thumb' ? styles.thumb : styles.strip}
      data-keys={intents.length}
    >
      {intents.map((intent) => {
        const { text, name } = padButton(intent, scale)
        return (
          <button
            key={text}
            type="button"
            className={styles.key}
            data-tint={intent.kind === 'value' ? tintOf(intent.value, scale) : intent.kind}
            aria-label={name.startsWith(text) ? name : `${text}, ${name}`}
            data-tip={size === 'strip' ? name : undefined}
            // The cursor stays in the grid while the mouse presses.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPress(intent)}
          >
            {text}
          </button>
        )
      })}
    </div>
  )
})

const tintOf = (value: number, scale: 'five' | 'passFail'): number => (scale === 'passFail' ? (value === 1 ? 5 : 2) : value)
