import { useQuery } from '#web/platform/queries.ts'
import type { ClassCard } from './ClassCardScreen.tsx'
import { ClassDialog } from './ClassDialog.tsx'

/** The form of a class, with the curricula of its year. */
export function ChangeClassDialog({ card, onClose }: { card: ClassCard; onClose: () => void }) {
  const { data } = useQuery('classes.overview', { yearId: card.year.yearId })
  return data ? <ClassDialog overview={data} standing={card.class} onClose={onClose} /> : null
}
