import { createContext, useContext } from 'react'
import type { Screen } from './screens.ts'

/** Every screen of the app: for pages that lead on to others. */
export const ScreenList = createContext<readonly Screen[]>([])

export const useScreens = (): readonly Screen[] => useContext(ScreenList)
