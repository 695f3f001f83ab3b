import { IconDownload, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { kindNames } from '#domain/audit/kinds.texts.ru.ts'
import { actionKinds } from '#domain/audit/rules.ts'
import { download } from '#web/platform/download.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { ActionList } from './ActionList.tsx'
import { ChainCard } from './ChainCard.tsx'
import { addressOf, filterFrom, isNarrowed, type LogFilter } from './filter.ts'
import styles from './Log.module.css'
import { log as texts } from './texts.ru.ts'
import { WordsField } from './WordsField.tsx'

const only = ['actorId', 'aboutId', 'sessionId'] as const

/** The log of actions: who did what, when, from where; narrowed by the address, printed for the record. */
export default function LogScreen() {
  const { today } = useMe()
  const [, navigate] = useLocation()
  const filter = filterFrom(useSearch())
  const { data, error, refetch } = useQuery('audit.log', filter, { previous: true })
  const [opened, setOpened] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [preparing, setPreparing] = useState(false)
  const show = (part: LogFilter) => navigate(addressOf({ ...filter, before: '', ...part }), { replace: true })
  const extract = async (format: 'pdf' | 'xlsx' | 'csv') => {
    setPreparing(true)
    const { before: _, ...conditions } = filter
    try {
      await download('/api/log/extract', { ...conditions, format })
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    setPreparing(false)
  }
  const kinds = [{ value: '', label: texts.allKinds }, ...actionKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))]
  return (
    <Page
      title={texts.title}
      subtitle={texts.subtitle}
      actions={
        <Menu
          label={texts.extract}
          trigger={
            <>
              <IconDownload size={17} stroke={1.7} aria-hidden />
              {preparing ? texts.preparing : texts.extract}
            </>
          }
        >
          {(close) =>
            (['pdf', 'xlsx', 'csv'] as const).map((format) => (
              <MenuItem
                key={format}
                onClick={() => {
                  close()
                  void extract(format)
                }}
              >
                {{ pdf: texts.print, xlsx: texts.excel, csv: texts.csv }[format]}
              </MenuItem>
            ))
          }
        </Menu>
      }
    >
      <ChainCard onOpen={setOpened} />
      <div className={styles.onPhone}>
        <Button aria-expanded={open} icon={<IconSearch size={17} stroke={1.7} aria-hidden />} onClick={() => setOpen(!open)}>
          {texts.conditions}
        </Button>
      </div>
      <div className={open ? styles.filters : `${styles.filters} ${styles.folded}`}>
        <WordsField label={texts.who} placeholder={texts.whoHint} value={filter.who ?? ''} onChange={(who) => show({ who })} />
        <WordsField
          label={texts.whom}
          placeholder={texts.whomHint}
          value={filter.whom ?? ''}
          onChange={(whom) => show({ whom })}
        />
        <WordsField
          label={texts.text}
          placeholder={texts.textHint}
          value={filter.text ?? ''}
          onChange={(text) => show({ text })}
        />
        <SelectField
          label={texts.kind}
          value={filter.kind ?? ''}
          options={kinds}
          onChange={(kind) => show({ kind: kind as LogFilter['kind'] })}
        />
        <DateField label={texts.from} value={filter.from ?? ''} max={filter.to || today} onChange={(from) => show({ from })} />
        <DateField label={texts.to} value={filter.to ?? ''} min={filter.from ?? ''} max={today} onChange={(to) => show({ to })} />
      </div>
      {isNarrowed(filter) && (
        <div className={styles.narrowed}>
          {only
            .filter((key) => filter[key])
            .map((key) => (
              <span key={key}>{texts.only[key]}</span>
            ))}
          <Button kind="quiet" size="s" onClick={() => navigate(addressOf({}), { replace: true })}>
            {texts.clear}
          </Button>
        </div>
      )}
      {data?.veiled && <Notice>{texts.veiled}</Notice>}
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={12} />)}
      {data && data.entries.length > 0 && <ActionList entries={data.entries} onOpen={setOpened} />}
      {data?.entries.length === 0 && (
        <EmptyState
          title={isNarrowed(filter) ? texts.none : texts.empty}
          {...(isNarrowed(filter) ? { text: texts.noneText } : {})}
        />
      )}
      {data && (filter.before || data.next) && (
        <div className={styles.pages}>
          {filter.before && <Button onClick={() => show({})}>{texts.newest}</Button>}
          {data.next && (
            <Button
              onClick={() => {
                navigate(addressOf({ ...filter, before: data.next! }))
                window.scrollTo({ top: 0 })
              }}
            >
              {texts.older}
            </Button>
          )}
        </div>
      )}
      {opened && (
        <ActionDialog
          operationId={opened}
          onShow={(part) => {
            setOpened(null)
            navigate(addressOf(part))
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}
