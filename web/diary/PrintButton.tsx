import { IconPrinter } from '@tabler/icons-react'
import { Button } from '#web/ui/Button.tsx'
import { texts } from './texts.ru.ts'

/** Onto paper: what is shown, as it suits a sheet. */
export function PrintButton({ disabled }: { disabled: boolean }) {
  return (
    <Button icon={<IconPrinter size={18} stroke={1.8} aria-hidden />} disabled={disabled} onClick={() => window.print()}>
      {texts.print}
    </Button>
  )
}
