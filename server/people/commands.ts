import { cardCommands } from './cards.ts'
import { checkCommands } from './checks.ts'
import { guardianCommands } from './guardians.ts'
import { mergePeopleCommand } from './merge.ts'
import { positionCommands } from './positions.ts'
import { requestCommands } from './requests.ts'

export const peopleCommands = [
  ...cardCommands,
  ...guardianCommands,
  ...positionCommands,
  mergePeopleCommand,
  ...requestCommands,
  ...checkCommands,
]
