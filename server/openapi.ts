import type { FastifyInstance } from 'fastify'
import { printSlipsDescription, SlipsToPrint } from '#domain/access/slipsContract.ts'
import { operations } from '#domain/operations.ts'
import { permissions } from '#domain/permissions.ts'
import type { Contract } from '#domain/platform/contract.ts'
import { sentenceAbout } from '#domain/texts.ts'

const problem = {
  type: 'object',
  description: 'A refusal: nothing has changed. `detail` is a sentence in Russian for a person, `code` is for programs.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    params: { type: 'object' },
    detail: { type: 'string' },
  },
  required: ['status', 'code', 'params', 'detail'],
}

/** Where operations are served that take bytes. */
const takesBytes: Record<string, string | undefined> = { 'homework.addFile': '/api/files', 'exchange.upload': '/api/sheets' }

/** OpenAPI 3.1 of every operation, made from the contracts: what is not in them is not served. */
export function openApi(): object {
  const paths: Record<string, object> = {}
  for (const contract of Object.values(operations) as Contract[]) {
    const command = contract.kind === 'command'
    const properties = Object.entries((contract.input as { properties?: Record<string, object> }).properties ?? {})
    const required = (contract.input as { required?: string[] }).required ?? []
    const bytes = takesBytes[contract.name] // its fields are told by the bytes, their type and `?name=`
    paths[bytes ?? `/api/${contract.name}`] = {
      [command ? 'post' : 'get']: {
        operationId: contract.name,
        tags: [contract.name.split('.')[0]],
        summary: sentenceAbout(contract.name),
        description: `${contract.description}\n\nAllowed to: ${allowedTo(contract.name)}.`,
        ...(['access.signIn', 'access.secondStep', 'access.activate'].includes(contract.name) ? { security: [] } : {}),
        parameters: command
          ? [
              { $ref: '#/components/parameters/operationId' },
              { $ref: '#/components/parameters/sameOrigin' },
              { $ref: '#/components/parameters/person' },
              ...(bytes
                ? [
                    {
                      name: 'name',
                      in: 'query',
                      required: true,
                      schema: (contract.input as { properties?: Record<string, object> }).properties!.name,
                    },
                  ]
                : []),
            ]
          : properties.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
        ...(command
          ? {
              requestBody: {
                required: true,
                content: bytes ? { '*/*': {} } : { 'application/json': { schema: contract.input } },
              },
            }
          : {}),
        responses: {
          200: { description: 'Done', content: { 'application/json': { schema: contract.output } } },
          default: { $ref: '#/components/responses/problem' },
        },
      },
    }
  }
  paths['/api/files/{fileId}'] = {
    get: {
      operationId: 'homework.fileBytes',
      tags: ['homework'],
      summary: sentenceAbout('homework.file'),
      description: `The bytes of a file, to whom homework.file answers.\n\nAllowed to: ${allowedTo('homework.file')}.`,
      parameters: [{ name: 'fileId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: { 200: { description: 'Done', content: { '*/*': {} } }, default: { $ref: '#/components/responses/problem' } },
    },
  }
  paths['/api/print/slips'] = {
    post: {
      operationId: 'access.printSlips',
      tags: ['access'],
      summary: 'Листки с логинами и паролями в PDF',
      description: `${printSlipsDescription}\n\nAllowed to: ${allowedTo('access.issueInClass')}.`,
      parameters: [{ $ref: '#/components/parameters/sameOrigin' }, { $ref: '#/components/parameters/person' }],
      requestBody: { required: true, content: { 'application/json': { schema: SlipsToPrint } } },
      responses: {
        200: { description: 'Done', content: { 'application/pdf': {} } },
        default: { $ref: '#/components/responses/problem' },
      },
    },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Звонок',
      version: '0.1.0',
      description:
        'Electronic class journal and pupil diary. Every operation has one name: the address, the permission row, the line in the history. Commands are idempotent by `x-operation-id`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zvonok' } },
      parameters: {
        operationId: {
          name: 'x-operation-id',
          in: 'header',
          required: true,
          schema: { type: 'string', format: 'uuid' },
          description: 'Made by the caller, best UUIDv7. The same id again answers the first answer again and changes nothing.',
        },
        person: {
          name: 'x-person',
          in: 'header',
          required: false,
          schema: { type: 'string', format: 'uuid' },
          description: 'In whose name a queue sends. Refused with access.signedOut when the session is somebody else’s.',
        },
        sameOrigin: {
          name: 'x-zvonok',
          in: 'header',
          required: true,
          schema: { type: 'string', const: '1' },
          description: 'Proof that no foreign page sent it.',
        },
      },
      responses: { problem: { description: 'Refused', content: { 'application/problem+json': { schema: problem } } } },
    },
  }
}

const allowedTo = (name: string): string =>
  (permissions as unknown as Record<string, readonly { name: string }[]>)[name]!.map((relation) => relation.name).join(', ')

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same as a page to read: no script, no foreign host. */
function page(document: { paths?: object }): string {
  const sections = Object.entries(
    document.paths as Record<
      string,
      Record<string, { summary: string; description: string; requestBody?: object; parameters: object; responses: object }>
    >,
  ).map(([path, methods]) => {
    const [method, operation] = Object.entries(methods)[0]!
    return `<section id="${path.slice(5)}"><h2><code>${method.toUpperCase()} ${path}</code></h2><p>${escapeHtml(operation.description).replaceAll('\n\n', '</p><p>')}</p><details><summary>Input and output</summary><pre>${escapeHtml(JSON.stringify({ input: operation.requestBody ?? operation.parameters, output: operation.responses }, null, 2))}</pre></details></section>`
  })
  const links = Object.keys(document.paths!).map((path) => `<li><a href="#${path.slice(5)}">${path.slice(5)}</a></li>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Звонок · API</title><link rel="stylesheet" href="/api/docs.css"><main><h1>Звонок · API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p><nav><ul>${links.join('')}</ul></nav>${sections.join('')}</main></html>`
}

const css = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:60rem;margin:0 auto;padding:1.5rem}nav ul{columns:16rem;padding:0;list-style:none}h2{font-size:1.1rem;margin-top:2rem}pre{overflow:auto;padding:1rem;border:1px solid;border-radius:.5rem;font-size:.85rem}`

export function serveOpenApi(app: FastifyInstance): void {
  const document = openApi()
  const text = JSON.stringify(document)
  const html = page(document)
  app.get('/api/openapi.json', (_request, reply) => reply.type('application/json').header('cache-control', 'no-cache').send(text))
  app.get('/api/docs.css', (_request, reply) => reply.type('text/css').header('cache-control', 'no-cache').send(css))
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html))
}
