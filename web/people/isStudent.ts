import type { PersonCard } from './PersonScreen.tsx'

/** Studies or studied here, or is nothing else yet: a card just written. */
export const isStudent = ({ stays, guardians, positions, children }: PersonCard): boolean =>
  stays.length > 0 || guardians.length > 0 || (positions.length === 0 && children.length === 0)
