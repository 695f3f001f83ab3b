import { type RefObject, useLayoutEffect } from 'react'
import { firstFocus } from './firstFocus.ts'

/** Opens a native dialog above everything that is open already, as long as it is rendered, with the focus where the work begins. */
export function useModal(ref: RefObject<HTMLDialogElement | null>): void {
  // Before the node is gone: only then does the browser give the focus back to what opened the dialog.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      firstFocus(dialog).focus()
    }
    return () => dialog?.close()
  }, [ref])
}
