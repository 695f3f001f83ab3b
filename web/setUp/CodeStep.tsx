import { type FormEvent, useEffect, useRef, useState } from 'react'
import { firstStart } from '#web/platform/client.ts'
import { Button } from '#web/ui/Button.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './FirstStart.module.css'
import * as texts from './texts.ru.ts'

/** Proves that whoever is here has the terminal before them. A code that came with a link and does not fit is said so at once. */
export function CodeStep({ code: given, onPassed }: { code: string; onPassed: (code: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState(given)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(given ? texts.code.outdated : null)
  useEffect(() => input.current?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || code.trim() === '') return
    setBusy(true)
    setProblem(null)
    try {
      await firstStart('check', { code })
      onPassed(code)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
      setBusy(false)
    }
  }
  return (
    <form className={styles.narrow} onSubmit={submit} method="post">
      <TextField
        ref={input}
        label={texts.code.label}
        hint={texts.code.hint}
        problem={problem}
        value={code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ target }) => setCode(target.value)}
      />
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {texts.code.submit}
        </Button>
      </div>
    </form>
  )
}
