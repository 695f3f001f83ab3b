import { IconBraces } from '@tabler/icons-react'
import { useState } from 'react'
import { type Kind, kinds, SIX } from '#domain/exchange/kinds.ts'
import type { Output } from '#domain/operations.ts'
import { call } from '#web/platform/client.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { downloadJson } from './download.ts'
import { ImportsTable } from './ImportsTable.tsx'
import { ListLine } from './ListLine.tsx'
import styles from './ListsScreen.module.css'
import * as texts from './texts.ru.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** All the lists: how many rows the school has of each, in, out, templates; and what was brought in so far. */
export default function ListsScreen() {
  const { data, error, refetch } = useQuery('exchange.imports', {})
  const [undoing, setUndoing] = useState<Output<'exchange.imports'>['imports'][number] | null>(null)
  const [taking, setTaking] = useState(false)
  const can = useCan()
  const takeAll = async () => {
    setTaking(true)
    try {
      const made = await call('exchange.exportJson', { kinds: [] })
      downloadJson(`${texts.hub.allLists} ${made.takenOn}`, made)
      toast(
        texts.hub.taken(
          texts.hub.allLists,
          made.manifest.reduce((sum, { rows }) => sum + rows, 0),
        ),
      )
    } catch (error) {
      toast(sentenceOf(error as Error))
    }
    setTaking(false)
  }
  const lines = (own: readonly Kind[]) => (
    <ul className={styles.lists}>
      {own.map((kind) => (
        <ListLine key={kind} kind={kind} rows={data?.standing.find((one) => one.kind === kind)?.rows ?? 0} />
      ))}
    </ul>
  )
  return (
    <Page
      title={texts.title}
      subtitle={texts.subtitle}
      actions={
        data?.standing.some(({ rows }) => rows > 0) &&
        can('exchange.exportJson', { kind: 'school' }) && (
          <Button busy={taking} icon={<IconBraces size={18} stroke={1.6} aria-hidden />} onClick={() => void takeAll()}>
            {texts.hub.exportAll}
          </Button>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <>
          <Card title={texts.hub.six} note={texts.hub.sixNote}>
            {lines(kinds.slice(0, SIX))}
          </Card>
          <Card title={texts.hub.more}>{lines(kinds.slice(SIX))}</Card>
          <Card title={texts.hub.history} note={data.imports.length > 0 ? texts.hub.historyNote : undefined} padded>
            <ImportsTable imports={data.imports} onUndo={setUndoing} />
          </Card>
        </>
      )}
      {undoing && <UndoDialog run={undoing} onUndone={refetch} onClose={() => setUndoing(null)} />}
    </Page>
  )
}
