/** The room between the names and the averages, and how wide a column in it is; null before the grid is laid out. */
export function columnRoom(frame: HTMLElement): { columns: number; width: number; room: number } | null {
  const heads = [...(frame.querySelector('[aria-rowindex="1"]')?.children ?? [])] as HTMLElement[]
  const [names, summary] = [heads[0], heads.at(-1)]
  const days = frame.querySelectorAll<HTMLElement>('[data-column]')
  const width = days[0]?.getBoundingClientRect().width ?? 0
  if (!names || !summary || width === 0) return null
  return { columns: days.length, width, room: frame.clientWidth - names.offsetWidth - summary.offsetWidth }
}
