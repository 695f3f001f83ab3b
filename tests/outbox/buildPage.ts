import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** The queue of the product as one script for a test page. */
export async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zvonok-outbox-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: folder,
        minify: false,
        lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: () => 'page.js' },
      },
    })
    return await readFile(join(folder, 'page.js'), 'utf8')
  } finally {
    await rm(folder, { recursive: true })
  }
}
