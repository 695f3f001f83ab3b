import { useQuery } from '#web/platform/queries.ts'
import { report } from './compromise.texts.ru.ts'

/** Who the support is and how it is reached, in a line; empty while nobody has said so. */
export function useReach(): string {
  const { data } = useQuery('access.support', {})
  if (!data) return ''
  const { name, phone, email, site, hours } = data.support
  const ways = [phone, email, site].filter(Boolean).join(', ')
  return name || ways ? report.ways(name, [ways, hours].filter(Boolean).join(', ')) : ''
}
