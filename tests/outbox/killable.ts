import { spawn } from 'node:child_process'
import { type BrowserContext, chromium } from 'playwright-core'
import { findBrowser } from '#tests/browser.ts'

/** A browser with a profile on the disk, started as a process group of its own so that all of it can be killed at once. */
export async function startKillable(folder: string): Promise<{ context: BrowserContext; kill(): Promise<void> }> {
  const { executablePath, args } = await findBrowser()
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const child = spawn(executablePath, [...args, ...flags], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const died = new Promise((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const [, found] = /DevTools listening on (ws:\S+)/.exec(text) ?? []
      if (found) resolve(found)
    })
    void died.then(() => reject(new Error(text)))
  })
  const browser = await chromium.connectOverCDP(address)
  return {
    context: browser.contexts()[0]!,
    async kill() {
      process.kill(-child.pid!, 'SIGKILL')
      await died
      await browser.close().catch(() => {})
    },
  }
}
