import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { Id } from '#domain/platform/schema.ts'
import { chooseChild, useChild } from '#web/platform/child.ts'
import { useMe } from '#web/platform/session.tsx'

/**
 * Whose diary the address opens; without a name in it the person's own or the chosen child's, null for those who have neither.
 * The choice of a child in the header and the name in the address follow each other, whichever of them changed.
 */
export function useStudent(address: Id | undefined, hrefOf: (studentId: Id) => string): Id | null {
  const me = useMe()
  const chosen = useChild()?.studentId ?? null
  const [, navigate] = useLocation()
  const seen = useRef({ address, chosen })
  const isChild = me.children.some((child) => child.studentId === address)
  useEffect(() => {
    const before = seen.current
    seen.current = { address, chosen }
    if (!isChild || !address || chosen === null || chosen === address) return
    if (before.chosen !== chosen && before.address === address) navigate(hrefOf(chosen), { replace: true })
    else chooseChild(address)
  })
  return address ?? chosen
}
