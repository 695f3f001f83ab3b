import { mineQuery } from './mine.ts'
import { registerQuery } from './register.ts'

export const processingQueries = [registerQuery, mineQuery]
