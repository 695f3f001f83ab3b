import type { ReactNode } from 'react'
import { useMasked } from './printed.ts'

/** Other people’s names beside a student’s: left out of what is printed masked. */
export const Unmasked = ({ children }: { children: ReactNode }) => (useMasked() ? null : children)
