import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { partsFound } from './found.ts'
import * as texts from './guides.texts.ru.ts'
import styles from './HelpScreen.module.css'
import { guidesOf } from './whose.ts'

/** Guides by role: one's own first, the others a choice away. */
export default function HelpScreen() {
  const me = useMe()
  const [key, setKey] = useState<string>(guidesOf(me)[0]!)
  const [search, setSearch] = useState('')
  const guide = texts.guides.find((one) => one.key === key)!
  const parts = partsFound(guide, search)
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
      {parts.map(({ title, lines }) => (
        <Card key={title} title={title} padded>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  )
}
