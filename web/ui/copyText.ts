/** Puts a text on the clipboard; false when the browser does not let us. Over plain http only the old way is there. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true })
  const back = document.activeElement as HTMLElement | null
  // Inside an open dialog nothing outside it can be selected.
  ;(back?.closest('dialog') ?? document.body).append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  back?.focus()
  return done
}
