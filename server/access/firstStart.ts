import type { FastifyInstance } from 'fastify'
import { checkStartCode, openSchool } from '#domain/access/firstStartContract.ts'
import { isLogin, whyPasswordIsWeak } from '#domain/access/rules.ts'
import type { InputOf } from '#domain/platform/contract.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { whyCardIsWrong } from '#domain/school/rules.ts'
import type { Clock } from '#server/platform/clock.ts'
import { inputParser } from '#server/platform/execute.ts'
import { refuseForeign } from '#server/platform/http.ts'
import { log } from '#server/platform/log.ts'
import { besideOf } from './http.ts'
import { insertSchool, isEmptyDatabase } from './openSchool.ts'
import { hashPassword } from './passwords.ts'
import type { StartCode } from './startCode.ts'

const contracts = { [checkStartCode.name]: checkStartCode, [openSchool.name]: openSchool }
const parse = inputParser(contracts as never)

/** What the first start needs: the owner's database, for nobody else may add a school, and the code that only the terminal shows. */
export type FirstStart = { ownerUrl: string; code: StartCode; clock: Clock }

/**
 * The guide that opens the first school: a few addresses, there only in a program that began without a school, and shut for good when
 * there is one. Whoever comes to another page meanwhile is led to the guide.
 */
export function serveFirstStart(
  app: FastifyInstance,
  { ownerUrl, code, clock }: FirstStart,
  site: { secure: boolean; publicUrl: string },
): void {
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0]!
    if (!code.isOpen() || request.method !== 'GET' || path === '/start' || !isPage(path)) return
    // Somebody may have opened a school past the guide meanwhile.
    if (await isEmptyDatabase(ownerUrl)) return reply.redirect('/start')
    code.close()
  })

  app.get('/api/firstStart.isOpen', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!code.isOpen()) throw new Refusal('access.schoolIsOpen')
    return {}
  })

  app.post('/api/firstStart.check', async (request, reply) => {
    refuseForeign(request)
    const { code: typed } = parse('firstStart.check', request.body) as InputOf<typeof checkStartCode>
    code.check(typed)
    reply.header('cache-control', 'no-store')
    return {}
  })

  app.post('/api/firstStart.open', async (request, reply) => {
    refuseForeign(request)
    const input = parse('firstStart.open', request.body) as InputOf<typeof openSchool>
    code.check(input.code)
    const { card, administrator } = input
    const { password, login: typed, ...person } = administrator
    const login = typed.trim().toLowerCase()
    if (!isLogin(login)) throw new Refusal('access.wrongLogin')
    const wrong = whyCardIsWrong(card) ?? whyPasswordIsWeak(password, { login, surname: person.surname })
    if (wrong) throw wrong
    const { address, device } = besideOf(request, site)
    const opened = await insertSchool(
      ownerUrl,
      {
        card,
        administrator: person,
        login: () => login,
        passwordHash: await hashPassword(password),
        oneTime: false,
        clock,
        noted: { address, device, wrongCodes: code.wrong() },
      },
      { first: true },
    )
    code.close()
    if (opened === null) throw new Refusal('access.schoolIsOpen')
    log('school.opened', { address, wrongCodes: code.wrong() })
    reply.header('cache-control', 'no-store')
    return {}
  })
}

/** Screens have no dot in their last part; files of the app and the API are left alone. */
const isPage = (path: string): boolean => !path.startsWith('/api/') && !/\.[^/]*$/.test(path)
