import { useState } from 'react'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './Support.module.css'
import { SupportDialog } from './SupportDialog.tsx'
import { contact as texts } from './support.texts.ru.ts'

/** Who the support is and how it is reached; changed by administrator and head. */
export function SupportCard() {
  const may = useCan()
  const { data, refetch } = useQuery('access.support', {})
  const [changing, setChanging] = useState(false)
  if (!data) return null
  const { support } = data
  const ways = (['phone', 'email', 'site', 'hours'] as const).filter((way) => support[way])
  return (
    <Card title={texts.card} padded>
      <div className={styles.contact}>
        <div>
          {support.kind === 'own' ? (
            <p>{support.name ? texts.ownNamed(support.name) : texts.own}</p>
          ) : (
            <>
              <p className={styles.name}>{support.name}</p>
              <p className={styles.note}>{texts.external}</p>
            </>
          )}
          {ways.length > 0 && (
            <dl className={styles.ways}>
              {ways.map((way) => (
                <div key={way}>
                  <dt>{texts[way]}</dt>
                  <dd>{support[way]}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {may('access.setSupport', { kind: 'school' }) && <Button onClick={() => setChanging(true)}>{texts.change}</Button>}
      </div>
      {changing && <SupportDialog support={support} onSaved={refetch} onClose={() => setChanging(false)} />}
    </Card>
  )
}
