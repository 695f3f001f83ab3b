import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
type Asset = { type: string; plain: Buffer; br: Buffer | null; gzip: Buffer | null; tag: string; forever: boolean }

/**
 * The built web app, held in memory with its precompressed twins: a few megabytes, and no disk on the way of the first lesson's rush.
 * Every address that is neither a file nor the API is a screen of the app.
 */
export function serveWebApp(app: FastifyInstance, folder: string): boolean {
  if (!existsSync(join(folder, 'index.html'))) return false
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const extension = extname(entry.name)
    if (!entry.isFile() || !types[extension]) continue
    const path = join(entry.parentPath, entry.name)
    const plain = readFileSync(path)
    const twin = (suffix: string) => (existsSync(path + suffix) ? readFileSync(path + suffix) : null)
    assets.set(`/${path.slice(folder.length + 1).replaceAll('\\', '/')}`, {
      type: types[extension],
      plain,
      br: twin('.br'),
      gzip: twin('.gz'),
      tag: `"${createHash('sha1').update(plain).digest('base64url').slice(0, 16)}"`,
      forever: path.includes('/assets/') || path.includes('\\assets\\'), // named by their hash
    })
  }
  const index = assets.get('/index.html')!
  app.get('/*', (request, reply) => {
    const path = decodeURI(request.url.split('?')[0]!)
    const asset = assets.get(path) ?? (extname(path) && path.startsWith('/assets/') ? null : index)
    if (!asset) return reply.code(404).type('text/plain; charset=utf-8').send('Такого файла нет')
    reply
      .header('etag', asset.tag)
      .header('cache-control', asset.forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type(asset.type)
    if (request.headers['if-none-match'] === asset.tag) return reply.code(304).send()
    const accepted = request.headers['accept-encoding'] ?? ''
    reply.header('vary', 'accept-encoding')
    if (asset.br && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.br)
    if (asset.gzip && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(asset.gzip)
    return reply.send(asset.plain)
  })
  return true
}
