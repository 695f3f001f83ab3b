import { IconPrinter } from '@tabler/icons-react'
import { Button } from '#web/ui/Button.tsx'
import { print } from './texts.ru.ts'

/** Opens a sheet of the register as PDF. */
export const PrintButton = ({ sheet }: { sheet: 'register' | 'notice' | 'measures' }) => (
  <Button
    icon={<IconPrinter size={17} aria-hidden />}
    onClick={() => window.open(`/api/print/processing/${sheet}`, '_blank', 'noopener')}
  >
    {print}
  </Button>
)
