import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { part } from './texts.ru.ts'
import { toast } from './toasts.ts'

const SOON = 2_500
const WAIT = 3_000
/** So often a part is asked for while the server answers: then it is gone, and the page is older than what the server has now. */
const TRIES = 3

/**
 * A part of a page that is fetched when it is first shown; `soon`: in idle time before, so that it opens without a network too. Without
 * one it is waited for, and the person is told once; the page around it works on. It fails only when the server answers and has no such
 * part any more.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  when: 'shown' | 'soon' = 'shown',
): LazyExoticComponent<ComponentType<P>> {
  if (when === 'soon') setTimeout(() => idle(() => void load().catch(() => undefined)), SOON)
  return lazy(() => fetchPart(load))
}

/** Safari 16 knows no idle time. */
const idle = (run: () => void) => ('requestIdleCallback' in window ? window.requestIdleCallback(run) : run())

/** A part as it comes; without a network when it is back. */
export async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  let told = false
  for (let tries = 1; ; ) {
    try {
      return await fetchOnce(load)
    } catch (error) {
      if (await serverAnswers()) {
        if (++tries > TRIES) throw error
      } else if (!told) {
        told = true
        toast(part.waits)
      }
      await onlineOrLater()
    }
  }
}

/** A part with its styles, when it can be had now. */
export async function fetchOnce<T>(load: () => Promise<T>): Promise<T> {
  await mendStyles()
  return load()
}

const serverAnswers = () =>
  fetch('/api/health', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )

const onlineOrLater = () =>
  new Promise<void>((done) => {
    const timer = setTimeout(go, WAIT)
    function go() {
      clearTimeout(timer)
      removeEventListener('online', go)
      done()
    }
    addEventListener('online', go)
  })

/** Styles that did not come: what loads a part asks for them once only, and would show it without them the second time. */
const failed = new Set<HTMLLinkElement>()
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target)
  },
  { capture: true },
)

const mendStyles = () => Promise.all([...failed].map(fetchAgain))

function fetchAgain(old: HTMLLinkElement): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: old.href })
  failed.delete(old)
  old.replaceWith(link)
  return new Promise((done, fail) => {
    link.onload = () => done()
    link.onerror = () => fail(new Error(`No styles: ${link.href}`))
  })
}
