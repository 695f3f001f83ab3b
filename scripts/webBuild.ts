import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const sources = ['web/**/*', 'domain/**/*.ts', 'vite.config.ts', 'package-lock.json', 'scripts/build.ts']

/** Is the built app at least as new as everything it is made of? */
export function webIsFresh(): boolean {
  const built = join(root, 'dist/web/index.html')
  if (!existsSync(built)) return false
  const at = statSync(built).mtimeMs
  return sources.every((pattern) => globSync(pattern, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs <= at))
}

/** Builds the app in a process of its own, so that the database is laid out meanwhile. */
export function buildWebApart(): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.resume()
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error('Сборка веб-приложения не удалась'))))
  })
}
