import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useSearch } from 'wouter'
import { fullName } from '#domain/people/names.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import styles from './LeafletScreen.module.css'
import * as texts from './leaflet.texts.ru.ts'
import { leaflets, tabs, title, whoseKeys } from './leaflets.texts.ru.ts'
import { useQr } from './useQr.ts'

const address = `${location.origin}/`
const addressOf = (whose: string) => `/class-access/leaflet${whose === 'parents' ? '' : `?for=${whose}`}`

/** A sheet for parents, pupils or staff: how to come in, what is in it, how to keep it to oneself. [S1 П4, S3 5.3г, S4 К0б] */
export default function LeafletScreen() {
  const { school, actor } = useMe()
  const pictures = useQr([address])
  const asked = new URLSearchParams(useSearch()).get('for')
  const whose = whoseKeys.find((one) => one === asked) ?? 'parents'
  const { heading, lead, enter, parts, foot } = leaflets[whose]
  const teaches = whose !== 'staff' && actor.homeroomOf.length > 0
  return (
    <Page
      title={title[whose]}
      width="narrow"
      controls={
        <SegmentedTabs
          label={tabs.label}
          tabs={whoseKeys.map((key) => ({ href: addressOf(key), label: tabs[key] }))}
          current={addressOf(whose)}
        />
      }
      actions={
        <Button icon={<IconPrinter size={17} aria-hidden />} disabled={!pictures} onClick={() => window.print()}>
          {texts.print}
        </Button>
      }
    >
      <article className={styles.leaflet}>
        <header className={styles.head}>
          <div>
            <p className={styles.school}>{school.name}</p>
            <h2 className={styles.heading}>{heading}</h2>
            <p>{lead}</p>
          </div>
          <figure className={styles.qr}>
            {pictures ? <img src={pictures.get(address)} alt="" /> : <span className={styles.wait} />}
            <figcaption>{texts.scan}</figcaption>
          </figure>
        </header>
        <Part title={enter.title}>
          <ol className={styles.steps}>
            {enter.lines.map((line) => (
              <li key={line('')}>{line(location.host)}</li>
            ))}
          </ol>
        </Part>
        {parts.map(({ title, lines }) => (
          <Part key={title} title={title}>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Part>
        ))}
        <p className={styles.foot}>{teaches ? texts.teacher(fullName(actor.name)) : foot}</p>
      </article>
    </Page>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className={styles.part}>{title}</h3>
    {children}
  </section>
)
