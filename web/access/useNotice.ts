import { slipAddress } from '#domain/access/slipAddress.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import type { Head } from './SlipPaper.tsx'
import { useQr } from './useQr.ts'

/** What is on every slip beside the person: the school, who signs, the day, and the codes once they are drawn. */
export function useNotice(slips: readonly { token: string | null }[]): {
  head: Head
  pictures: ReadonlyMap<string, string> | null
} {
  const { school, today } = useMe()
  const { data } = useQuery('school.card', {})
  const pictures = useQr(slips.map((slip) => slipAddress(slip, location.origin)))
  const { name, headPosition, headName } = data?.card ?? { name: school.name, headPosition: '', headName: '' }
  return { head: { school: name, headPosition, headName, today }, pictures }
}
