import { Link } from 'wouter'
import { policySources } from '#domain/school/sources.texts.ru.ts'
import { Card } from '#web/ui/Card.tsx'
import styles from './PoliciesScreen.module.css'
import * as texts from './texts.ru.ts'

const sources = Object.entries(policySources)
const kinds = ['law', 'example'] as const

/** The documents named above, in full: what binds every school, and whose example can be followed. */
export function PolicySources() {
  return (
    <Card title={texts.policies.sources} padded>
      <div className={styles.sources}>
        {kinds.map((kind) => (
          <section key={kind}>
            <h3 className={styles.title}>{texts.policies.sourceKinds[kind]}</h3>
            <dl className={styles.legend}>
              {sources
                .filter(([, source]) => source.kind === kind)
                .map(([key, { short, full }]) => (
                  <div key={key}>
                    <dt>{short}</dt>
                    <dd>{full}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <p>
          {texts.policies.ownActs} <Link href="/school/acts">{texts.acts.title}</Link>
        </p>
      </div>
    </Card>
  )
}
