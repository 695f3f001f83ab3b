import { useEffect, useState } from 'react'
import { onSay } from './status.ts'

/** The one polite live region of the app: `say()` speaks through it. Rendered once, by the shell. */
export function StatusLive() {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  useEffect(() => onSay((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))), [])
  return (
    <div className="unseen" role="status" aria-live="polite" aria-atomic="true">
      {/* A new element makes the same words be read again. */}
      <span key={said.turn}>{said.text}</span>
    </div>
  )
}
