import { IconMoon, IconSun } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '#web/ui/IconButton.tsx'
import { chooseTheme, subscribeTheme, themeShown } from '#web/ui/theme.ts'
import * as texts from './texts.ru.ts'

/** Turns the lights on and off. «Как на устройстве» is in the account menu. */
export function ThemeSwitch() {
  const shown = useSyncExternalStore(subscribeTheme, themeShown)
  return (
    <IconButton
      label={texts.switchTheme[shown]}
      icon={shown === 'dark' ? <IconSun size={19} stroke={1.7} aria-hidden /> : <IconMoon size={19} stroke={1.7} aria-hidden />}
      onClick={() => chooseTheme(shown === 'dark' ? 'light' : 'dark')}
    />
  )
}
