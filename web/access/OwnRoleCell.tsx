import { IconCheck } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Capability } from '#domain/access/capabilities.ts'
import type { Place } from './RightCell.tsx'
import styles from './RightsTable.module.css'
import * as texts from './rights.texts.ru.ts'

/** What a role of the school’s own opens: changed where the role is. */
export function OwnRoleCell({
  capability,
  role,
  has,
  place,
  current,
  onFocus,
}: Place & { capability: Capability; role: string; has: boolean }) {
  const [, navigate] = useLocation()
  return (
    <td data-has={has || undefined} data-never={!has || undefined}>
      <button
        type="button"
        className={styles.cell}
        data-place={place}
        data-tip={texts.ownRoleReason}
        tabIndex={current ? 0 : -1}
        onFocus={onFocus}
        onClick={() => navigate('/school/roles?view=own')}
      >
        <span className="unseen">{texts.capabilityTexts[capability]},</span> <span className={styles.name}>{role}</span>
        <span className="unseen">
          : {has ? texts.opened : texts.notOpened}. {texts.ownRoleReason}
        </span>
        <span className={styles.mark} aria-hidden>
          {has ? <IconCheck size={18} stroke={2.2} /> : <span className={styles.none}>—</span>}
        </span>
      </button>
    </td>
  )
}
