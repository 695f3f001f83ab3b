import { byName } from '#domain/platform/texts.ts'
import type { GroupKind } from './rules.ts'
import { together } from './texts.ru.ts'

/** Combined classes are those of the primary school. */
const LAST_COMBINED = 4

type Class = { name: string; grade: number }
export type Part = Class & { becomes: (Class & { classId: string }) | null }

/**
 * What a combined class or a stream becomes when its classes go into the new year: with those that go on together, under its name with
 * the grades of the new year. Null when fewer than two do: some finish school, and a combined class lets go of who comes to the fifth.
 */
export function nextWholeGroup(
  { kind, name }: { kind: GroupKind; name: string },
  parts: readonly Part[],
): { name: string; grade: number; classIds: string[] } | null {
  const goOn = parts.flatMap(({ grade, becomes }) => {
    const parted = kind === 'combined' && grade <= LAST_COMBINED && (becomes?.grade ?? 0) > LAST_COMBINED
    return becomes && !parted ? [becomes] : []
  })
  if (goOn.length < 2) return null
  const inOrder = goOn.toSorted((a, b) => a.grade - b.grade || byName(a.name, b.name))
  const grades = new Map(parts.map(({ grade, becomes }) => [String(grade), becomes ? String(becomes.grade) : null]))
  const renamed = name.replace(/\d+/g, (number) => grades.get(number) ?? number)
  return {
    name: goOn.length === parts.length ? renamed : together(inOrder.map((one) => one.name)),
    grade: inOrder[0]!.grade,
    classIds: inOrder.map(({ classId }) => classId),
  }
}
