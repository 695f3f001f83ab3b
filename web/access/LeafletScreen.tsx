import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { fullName } from '#domain/people/names.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Page } from '#web/ui/Page.tsx'
import styles from './LeafletScreen.module.css'
import * as texts from './leaflet.texts.ru.ts'
import { useQr } from './useQr.ts'

const address = `${location.origin}/`

/** A sheet for the parents’ meeting: that there is a diary, how to come in, what is in it, and paper for who has no device. [S1 П4, S3 5.3г, S4 К0б] */
export default function LeafletScreen() {
  const { school, actor } = useMe()
  const pictures = useQr([address])
  return (
    <Page
      title={texts.title}
      width="narrow"
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
            <h2 className={styles.heading}>{texts.heading}</h2>
            <p>{texts.lead}</p>
          </div>
          <figure className={styles.qr}>
            {pictures ? <img src={pictures.get(address)} alt="" /> : <span className={styles.wait} />}
            <figcaption>{texts.scan}</figcaption>
          </figure>
        </header>
        <Part title={texts.enter.title}>
          <ol className={styles.steps}>
            {texts.enter.lines.map((line) => (
              <li key={line('')}>{line(location.host)}</li>
            ))}
          </ol>
        </Part>
        {[texts.inside, texts.safe, texts.without].map(({ title, lines }) => (
          <Part key={title} title={title}>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Part>
        ))}
        <p className={styles.foot}>{actor.homeroomOf.length > 0 ? texts.teacher(fullName(actor.name)) : texts.askTeacher}</p>
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
