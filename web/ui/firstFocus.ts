const fields =
  'input:not([type="hidden"], [type="file"], [readonly], :disabled), select:not(:disabled), textarea:not([readonly], :disabled)'

/**
 * What has the focus when a dialog opens: what carries `data-autofocus`; else the first field; else the main action, or the safe button
 * where the action is a dangerous one; else the dialog itself, to be read and scrolled. Never the ✕: Enter would undo what the person
 * has just asked for. Under a finger a field that is not marked waits, or the keyboard of the phone would cover half of the dialog.
 */
export function firstFocus(dialog: HTMLElement): HTMLElement {
  const marked = find(dialog, '[data-autofocus]:not(:disabled)')
  if (marked) return marked
  const field = find(dialog, `[data-part="content"] :is(${fields})`)
  if (field) return window.matchMedia('(pointer: coarse)').matches ? dialog : chosenOf(field)
  const safe = '[data-part="footer"] button:not([data-kind="danger"], :disabled)'
  const action = find(dialog, '[data-kind="danger"]')
    ? find(dialog, safe)
    : (find(dialog, '[data-kind="primary"]:not(:disabled)') ?? find(dialog, safe))
  return action && isInSight(dialog, action) ? action : dialog
}

const find = (dialog: HTMLElement, selector: string): HTMLElement | undefined =>
  [...dialog.querySelectorAll<HTMLElement>(selector)].find((element) => element.getClientRects().length > 0)

/** Of several radio buttons the chosen one is the stop of the keyboard. */
const chosenOf = (field: HTMLElement): HTMLElement =>
  field instanceof HTMLInputElement && field.type === 'radio'
    ? (field.closest('[data-part]')?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field.name)}"]:checked`) ?? field)
    : field

/** The beginning of a long dialog is not scrolled away for the button at its end. */
const isInSight = (dialog: HTMLElement, action: HTMLElement): boolean =>
  action.getBoundingClientRect().bottom <= dialog.getBoundingClientRect().bottom
