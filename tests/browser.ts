import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

export type FoundBrowser = { executablePath: string; args: string[] }

/** Nothing of a browser's own traffic: tests must not depend on a network. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

let found: Promise<FoundBrowser> | null = null

/** A Chromium to test with: $CHROMIUM_PATH, the system's, or the one that came from npm, unpacked once. Throws when there is none. */
export function findBrowser(): Promise<FoundBrowser> {
  found ??= find()
  return found
}

/** A headless browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  return chromium.launch({ executablePath, args })
}

/** A browser with a profile on the disk: what its pages store is there again at the next launch with the same folder. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  const { executablePath, args } = await findBrowser()
  return chromium.launchPersistentContext(folder, { executablePath, args })
}

async function find(): Promise<FoundBrowser> {
  for (const path of [process.env.CHROMIUM_PATH, '/usr/bin/chromium']) {
    if (path && existsSync(path)) return { executablePath: path, args: quiet }
  }
  return unpacked()
}

/** Its own list of arguments is not used: it switches off the separation of sites and processes. */
async function unpacked(): Promise<FoundBrowser> {
  // Read while the module loads: without it the libraries that Chromium needs beside it are not unpacked.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  packed.setGraphicsMode = false
  const executablePath = await packed.executablePath()
  const args = [...quiet, '--no-zygote', '--disable-setuid-sandbox', '--headless=shell', '--font-render-hinting=none']
  return { executablePath, args }
}
