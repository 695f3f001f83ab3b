import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Cards } from './Cards.tsx'
import { guideOfPage, partsFound, partsOfPage } from './found.ts'
import * as texts from './guides.texts.ru.ts'
import styles from './HelpScreen.module.css'
import * as welcome from './welcome.texts.ru.ts'
import { guidesOf } from './whose.ts'

/** Guides by role: one's own first, the others a choice away. Opened from a page it begins with what concerns that page. */
export default function HelpScreen() {
  const me = useMe()
  const asked = new URLSearchParams(useSearch())
  const page = asked.get('of') ?? ''
  const [key, setKey] = useState<string>(
    texts.guides.find((one) => one.key === asked.get('guide'))?.key ?? guideOfPage(guidesOf(me), texts.guides, page),
  )
  const [search, setSearch] = useState('')
  const [showing, setShowing] = useState(false)
  const guide = texts.guides.find((one) => one.key === key)!
  const parts = partsFound(guide, search)
  const near = search ? [] : partsOfPage(guide, page)
  return (
    <Page
      title={texts.title}
      subtitle={guide.intro}
      width="narrow"
      actions={
        <Button icon={<IconPrinter size={17} aria-hidden />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      }
    >
      {showing ? (
        <Cards onDone={() => setShowing(false)} />
      ) : (
        <p className={styles.again}>
          <span>{welcome.again}</span>
          <Button size="s" onClick={() => setShowing(true)}>
            {welcome.show}
          </Button>
        </p>
      )}
      <div className={styles.tools}>
        <SearchField label={texts.search} value={search} onChange={setSearch} />
        <SelectField
          label={texts.whose}
          bare
          value={key}
          onChange={setKey}
          options={texts.guides.map(({ key, title }) => ({ value: key, label: title }))}
        />
      </div>
      {parts.length === 0 && <EmptyState title={texts.nothing} text={texts.nothingText} />}
      {near.length > 0 && <p className={styles.heading}>{texts.ofPage}</p>}
      {near.map(card)}
      {near.length > 0 && parts.length > near.length && <p className={styles.heading}>{texts.rest}</p>}
      {parts.filter((part) => !near.includes(part)).map(card)}
    </Page>
  )
}

const card = ({ title, lines }: texts.Part) => (
  <Card key={title} title={title} padded>
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </Card>
)
