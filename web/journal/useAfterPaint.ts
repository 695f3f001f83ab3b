import { useEffect, useState } from 'react'

const leavings = ['beforeunload', 'pagehide', 'visibilitychange']
/** How long a frame is waited for: a page nobody sees gets none. */
const PATIENCE = 100

/**
 * Answers what does things right after the next frame is on the screen, in order: what was typed is seen before anything is made of
 * it. When the page is hidden or left they are done at once.
 */
export function useAfterPaint(): (task: () => void) => void {
  const [queue] = useState(createQueue)
  useEffect(() => {
    // On the way down: before the frame of the app asks whether anything is not on the disk yet.
    for (const leaving of leavings) window.addEventListener(leaving, queue.run, true)
    return () => {
      for (const leaving of leavings) window.removeEventListener(leaving, queue.run, true)
      queue.run()
    }
  }, [queue])
  return queue.later
}

function createQueue() {
  const painted = new MessageChannel()
  let tasks: (() => void)[] = []
  let timer = 0
  const run = () => {
    const due = tasks
    tasks = []
    clearTimeout(timer)
    for (const task of due) task()
  }
  painted.port1.onmessage = run
  // A frame is painted between its callbacks and the next message.
  const tell = () => painted.port2.postMessage(null)
  return {
    run,
    later(task: () => void): void {
      tasks.push(task)
      if (document.hidden) run()
      else if (tasks.length === 1) {
        requestAnimationFrame(tell)
        timer = window.setTimeout(run, PATIENCE)
      }
    },
  }
}
