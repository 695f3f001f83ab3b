import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'

/** What is to be read, and where the meeting is held. */
export function Materials({
  training: { guide, act, actId, link },
}: {
  training: Pick<Output<'training.sheet'>['training'], 'guide' | 'act' | 'actId' | 'link'>
}) {
  if (!guide && !actId && !link) return null
  return (
    <p className={styles.links}>
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {texts.mine.link}
        </a>
      )}
      {guide && (
        <Link href={`/help?guide=${guide}`}>
          {texts.mine.guide(texts.guides.find(({ value }) => value === guide)?.label ?? '')}
        </Link>
      )}
      {actId && <Link href="/school/acts">{texts.mine.act(act)}</Link>}
    </p>
  )
}
