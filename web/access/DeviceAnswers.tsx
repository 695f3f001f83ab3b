import { Button } from '#web/ui/Button.tsx'
import styles from './DeviceAnswers.module.css'
import { newDevice } from './protection.texts.ru.ts'

/** Was it you? «Это я» is asked once; «это не я» may be said as long as that sign-in goes on. */
export function DeviceAnswers({ onMine, onNotMine }: { onMine?: () => void; onNotMine: () => void }) {
  return (
    <span className={styles.actions}>
      {onMine && (
        <Button size="s" onClick={onMine}>
          {newDevice.mine}
        </Button>
      )}
      <Button size="s" onClick={onNotMine}>
        {newDevice.notMine}
      </Button>
    </span>
  )
}
