import * as texts from './texts.ru.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The controls of a form in sight that wait to be filled in or hold what they cannot take, from top to bottom. */
export const unfilledIn = (form: Element): Control[] =>
  [...form.querySelectorAll<Control>('input, select, textarea')].filter(
    (control) => !control.disabled && control.getClientRects().length > 0 && (isEmpty(control) || isWrong(control)),
  )

/** «Заполните: «Фамилия», «Пол». Проверьте: «Дата рождения».» Without a field that could say it: that something is not chosen yet. */
export function whatIsMissing(controls: readonly Control[]): string {
  const names = (wanted: boolean) => [
    ...new Set(controls.filter((control) => isEmpty(control) === wanted).map((one) => one.labels?.[0]?.textContent ?? '')),
  ]
  return texts.missing.sentence(names(true).filter(Boolean), names(false).filter(Boolean))
}

const isWrong = (control: Control): boolean => !control.validity.valid || control.getAttribute('aria-invalid') === 'true'
const isEmpty = (control: Control): boolean => control.required && control.value.trim() === ''
