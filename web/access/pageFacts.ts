import { moment } from '#domain/platform/dateTexts.ts'
import { diagnostics as texts } from './support.texts.ru.ts'

/** What a page knows of itself and the support asks for first: which build, browser, screen. No data of people, no address of a person. */
export function pageFacts(timeZone: string): string {
  const build = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src.split('/').at(-1) ?? ''
  return [
    [texts.version, build],
    [texts.browser, navigator.userAgent],
    [texts.screen, `${innerWidth} × ${innerHeight}`],
    [texts.online, navigator.onLine ? texts.yes : texts.no],
    [texts.at, moment(new Date().toISOString(), timeZone)],
  ]
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
