import type { ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'

/** A dialog that rises from the bottom edge on a phone, within reach of the thumb; on a desktop it is a box. */
export function BottomSheet({
  title,
  onClose,
  footer,
  children,
}: {
  title: string
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <Dialog title={title} onClose={onClose} shape="sheet" footer={footer}>
      {children}
    </Dialog>
  )
}
