import { useState } from 'react'
import { chooseTheme, type Theme, themeNow } from '#web/ui/theme.ts'
import styles from './ThemeChoice.module.css'
import * as texts from './texts.ru.ts'

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(themeNow)
  const choose = (chosen: Theme) => {
    chooseTheme(chosen)
    setTheme(chosen)
  }
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{texts.theme}</legend>
      {(['system', 'light', 'dark'] as const).map((value) => (
        <label key={value} className={styles.option}>
          <input type="radio" name="theme" className={styles.radio} checked={theme === value} onChange={() => choose(value)} />
          {texts.themes[value]}
        </label>
      ))}
    </fieldset>
  )
}
