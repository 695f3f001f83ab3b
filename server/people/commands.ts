import { cardCommands } from './cards.ts'
import { checkCommands } from './checks.ts'
import { openContactsCommand } from './contacts.ts'
import { eraseContactsCommand } from './eraseContacts.ts'
import { guardianCommands } from './guardians.ts'
import { changeManyCommand } from './many.ts'
import { mergePeopleCommand } from './merge.ts'
import { positionCommands } from './positions.ts'
import { requestCommands } from './requests.ts'
import { takeBackCommand } from './runs.ts'

export const peopleCommands = [
  ...cardCommands,
  ...guardianCommands,
  ...positionCommands,
  mergePeopleCommand,
  changeManyCommand,
  takeBackCommand,
  ...requestCommands,
  ...checkCommands,
  openContactsCommand,
  eraseContactsCommand,
]
