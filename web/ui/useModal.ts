import { type RefObject, useLayoutEffect } from 'react'

/**
 * Opens a native dialog above everything that is open already, as long as it is rendered. What carries `data-autofocus` has the focus
 * first.
 */
export function useModal(ref: RefObject<HTMLDialogElement | null>): void {
  // Before the node is gone: only then does the browser give the focus back to what opened the dialog.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
    return () => dialog?.close()
  }, [ref])
}
