import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const output = join(root, 'dist/web')

/** Of Vite's manifest: which files a part needs at once. */
type Manifest = Record<string, { file: string; imports?: string[]; css?: string[]; isEntry?: boolean; isDynamicEntry?: boolean }>

await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
const sizes = await compressAll()
printRoutes(takeManifest(), sizes)

/** Everything that compresses is compressed once, here, as hard as it goes: the server only hands the bytes out. */
async function compressAll(): Promise<Map<string, { plain: number; gzip: number; brotli: number }>> {
  const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest'])
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter(
    (file) => compressible.has(extname(file)) && !file.startsWith('.vite'),
  )
  const sizes = new Map<string, { plain: number; gzip: number; brotli: number }>()
  for (const file of files) {
    const path = join(output, file)
    const bytes = readFileSync(path)
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
      promisify(gzip)(bytes, { level: 9 }),
    ])
    sizes.set(file.replaceAll('\\', '/'), { plain: bytes.length, gzip: gz.length, brotli: br.length })
    // A file of a few bytes only grows.
    if (br.length < bytes.length) writeFileSync(`${path}.br`, br)
    if (gz.length < bytes.length) writeFileSync(`${path}.gz`, gz)
  }
  return sizes
}

/** The manifest is for us, not for browsers. */
function takeManifest(): Manifest {
  const manifest = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8')) as Manifest
  rmSync(join(output, '.vite'), { recursive: true })
  return manifest
}

function printRoutes(manifest: Manifest, sizes: Map<string, { gzip: number; brotli: number }>): void {
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1).padStart(7)
  console.log('Маршрут                          JS gzip  JS br   CSS gzip  КБ')
  for (const [key, part] of Object.entries(manifest)) {
    if (!part.isEntry && !(part.isDynamicEntry && key.endsWith('Screen.tsx'))) continue
    const parts = new Set([...closure(manifest, entry), ...closure(manifest, key)])
    const files = [...parts].map((name) => manifest[name]!.file)
    const styles = new Set([...parts].flatMap((name) => manifest[name]!.css ?? []))
    const sum = (names: Iterable<string>, by: 'gzip' | 'brotli') =>
      [...names].reduce((total, name) => total + (sizes.get(name)?.[by] ?? 0), 0)
    const name = part.isEntry ? 'оболочка' : key.replace(/Screen\.tsx$/, '')
    console.log(
      `${name.padEnd(32)}${kilobytes(sum(files, 'gzip'))} ${kilobytes(sum(files, 'brotli'))} ${kilobytes(sum(styles, 'gzip'))}`,
    )
  }
  const fonts = readdirSync(join(output, 'assets')).filter((file) => file.endsWith('.woff2'))
  console.log(`шрифты ${kilobytes(fonts.reduce((total, file) => total + statSync(join(output, 'assets', file)).size, 0))}`)
}

function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(manifest, next, seen)
  return seen
}
