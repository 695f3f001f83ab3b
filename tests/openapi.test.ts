import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '#domain/operations.ts'
import { callerOf } from './caller.ts'
import { newWorld } from './world.ts'

type Parameter = { $ref?: string; name: string; in: string; required: boolean; schema: object; description?: string }
type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { content: object }
  responses: Record<string, object>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, object>>
}

const documentOf = async (): Promise<Document> => {
  const world = await newWorld()
  return (await (await callerOf(world, null)).sends('GET', '/api/openapi.json')).body as Document
}

test('the description of the API has every operation, each with its method, its words and its answers', async () => {
  const { openapi, info, paths } = await documentOf()
  assert.equal(openapi, '3.1.0')
  assert.ok(info.title && info.version)
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
  const byId = new Map(described.map((one) => [one.operationId, one]))
  assert.equal(byId.size, described.length, 'an id names one operation')
  for (const contract of Object.values(operations)) {
    const one = byId.get(contract.name)
    assert.ok(one, contract.name)
    assert.equal(one.method, contract.kind === 'command' ? 'post' : 'get', contract.name)
    assert.ok(one.description.split('\n\n')[0]!.length > 20, `${contract.name}: say what it does`)
    assert.match(one.description, /Allowed to: \w+/)
    assert.match(one.summary, /[а-яё]/)
    assert.ok(one.responses['200'] && one.responses.default, contract.name)
    assert.equal(one.requestBody !== undefined, contract.kind === 'command', contract.name)
  }
})

test('whatever the description points at is in it', async () => {
  const document = await documentOf()
  const follow = (pointer: string) =>
    pointer
      .slice(2)
      .split('/')
      .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)
  for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) assert.ok(follow(pointer!), pointer!)
})

test('every address described is served, and every part of it is a parameter', async () => {
  const document = await documentOf()
  const world = await newWorld()
  const passerBy = await callerOf(world, null)
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { parameters }] of Object.entries(methods)) {
      const answer = await passerBy.sends(
        method.toUpperCase(),
        path.replace(/\{\w+\}/g, world.year),
        method === 'post' ? { body: {} } : {},
      )
      assert.notEqual(answer.status, 404, `${method} ${path}`)
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        assert.ok(
          parameters.some((one) => one.in === 'path' && one.name === name),
          path,
        )
    }
  }
})

test('schemas are of JSON Schema 2020-12: types known, patterns that compile, nothing undeclared taken', async () => {
  const { paths } = await documentOf()
  const types = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'])
  const check = (schema: unknown, where: string): void => {
    if (!schema || typeof schema !== 'object') return
    const { type, pattern, properties, additionalProperties } = schema as {
      type?: unknown
      pattern?: string
      properties?: object
      additionalProperties?: unknown
    }
    if (typeof type === 'string' || Array.isArray(type))
      for (const one of [type].flat()) assert.ok(types.has(one as string), `${where}: ${one}`)
    if (typeof pattern === 'string') new RegExp(pattern, 'u')
    if (type === 'object' && properties && where.includes('requestBody')) assert.equal(additionalProperties, false, where)
    for (const [key, part] of Object.entries(schema)) check(part, `${where}/${key}`)
  }
  check(paths, '')
})

test('the description has a page to read, which runs nothing and asks nobody', async () => {
  const world = await newWorld()
  const page = await (await callerOf(world, null)).sends('GET', '/api/docs')
  assert.equal(page.status, 200)
  for (const name of Object.keys(operations).filter((one) => !['homework.addFile', 'exchange.upload'].includes(one)))
    assert.ok(page.text.includes(name), name)
  assert.ok(!/<script|https?:\/\/| on\w+=/i.test(page.text))
})
