export type RoomLine = { name: string; kind: string; capacity: number | null }

/**
 * Rooms out of lines as people type or paste them: «305; химия; 30», fields apart by «;» or a tab, the last two may be missing.
 * The line that is not understood otherwise.
 */
export function roomsOf(text: string): { rooms: RoomLine[] } | { wrong: string } {
  const rooms: RoomLine[] = []
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [name = '', kind = '', places = '', ...more] = line.split(/[;\t]/).map((part) => part.trim())
    const capacity = places === '' ? null : Number(places)
    const wrong = name === '' || name.length > 60 || kind.length > 60 || more.some((part) => part !== '')
    if (wrong || (capacity !== null && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= 1000))) return { wrong: line }
    rooms.push({ name, kind, capacity })
  }
  return { rooms }
}
