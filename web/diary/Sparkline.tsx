import { decimal } from '#domain/platform/numbers.ts'
import { sparkPoints } from './average.ts'
import styles from './Sparkline.module.css'
import { texts } from './texts.ru.ts'

const width = 64
const height = 22

/** How the average moved, mark by mark, on the scale from 2 to 5. In words for those who do not see it. */
export function Sparkline({ averages }: { averages: readonly number[] }) {
  const last = averages.at(-1)
  if (last === undefined) return null
  const points = sparkPoints(averages, width, height, 3)
  const [x, y] = points.split(' ').at(-1)!.split(',')
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={texts.running(decimal(averages[0]!), decimal(last), averages.length)}
    >
      <polyline className={styles.line} points={points} />
      <circle className={styles.end} cx={x} cy={y} r="2.25" />
    </svg>
  )
}
