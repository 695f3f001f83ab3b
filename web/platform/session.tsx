import { useCallback, useSyncExternalStore } from 'react'
import type { SubjectByKind } from '#domain/access/actor.ts'
import type { OperationName, SubjectKindOf } from '#domain/operations.ts'
import { may } from '#domain/permissions.ts'
import { type Me, type Session, sessionNow, subscribeSession } from './sessionState.ts'

/** The session as it changes. */
export const useSession = (): Session => useSyncExternalStore(subscribeSession, sessionNow)

/** The signed-in person. Only for screens behind the sign-in. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('useMe outside of a session')
  return me
}

/** May this person do it to this subject today? The very table that refuses on the server. */
export function useCan(): <N extends OperationName>(name: N, subject: SubjectByKind[SubjectKindOf<N>] | null) => boolean {
  const { actor, today } = useMe()
  return useCallback((name, subject) => may(actor, name, subject, today), [actor, today])
}
