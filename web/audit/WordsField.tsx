import { useEffect, useRef, useState } from 'react'
import { TextField } from '#web/ui/TextField.tsx'

const PAUSE = 350

/** Words that are looked for when the person pauses. */
export function WordsField({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const said = useRef(value)
  const change = useRef(onChange)
  change.current = onChange
  // Another condition came by the address: an entry led here, or all were cleared.
  useEffect(() => {
    if (value !== said.current) setTyped(value)
    said.current = value
  }, [value])
  useEffect(() => {
    if (typed.trim() === said.current) return
    const timer = setTimeout(() => {
      said.current = typed.trim()
      change.current(typed.trim())
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      value={typed}
      maxLength={80}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
