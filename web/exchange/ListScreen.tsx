import { useState } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { type Kind, kinds } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { type Step, Steps } from '#web/ui/Steps.tsx'
import { ColumnsForm } from './ColumnsForm.tsx'
import { DoneCard } from './DoneCard.tsx'
import { DryRun } from './DryRun.tsx'
import { FileStep } from './FileStep.tsx'
import styles from './ListScreen.module.css'
import * as texts from './texts.ru.ts'

type Done = Output<'exchange.import'>
type StepKey = 'file' | 'columns' | 'check' | 'done'
const order: StepKey[] = ['file', 'columns', 'check', 'done']

/** One list, from its file to the school: the file, its columns, the dry run, done. */
export default function ListScreen() {
  const { kind: named = '' } = useParams()
  const kind = kinds.find((one) => one === named)
  return kind ? <List key={kind} kind={kind} /> : <Page title={texts.title}>{null}</Page>
}

function List({ kind }: { kind: Kind }) {
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const uploadId = search.get('upload') ?? ''
  const onDate = search.get('from') ?? ''
  const [wanted, setWanted] = useState<StepKey | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const input = { uploadId, kind, ...(onDate ? { onDate } : {}) }
  const { data, error, refreshing, refetch } = useQuery('exchange.preview', input, {
    enabled: uploadId !== '' && done === null,
    previous: true,
  })
  const go = (upload: string, from: string) => {
    const next = new URLSearchParams({ ...(upload ? { upload } : {}), ...(from ? { from } : {}) })
    navigate(`/school/import/${kind}${String(next) ? `?${next}` : ''}`, { replace: true })
  }
  const anew = () => {
    setWanted(null)
    setDone(null)
    go('', '')
  }
  const step: StepKey = done
    ? 'done'
    : uploadId === ''
      ? 'file'
      : (wanted ?? (data && data.missing.length > 0 ? 'columns' : 'check'))
  const steps: Step[] = order.map((key, i) => ({
    key,
    label: texts.guide[key],
    state: key === step ? 'current' : i < order.indexOf(step) ? 'done' : 'todo',
  }))
  const select = (key: string) => {
    if (key === 'file') anew()
    else if (uploadId !== '' && !done && key !== 'done') setWanted(key as StepKey)
  }
  return (
    <Page
      title={texts.guide.title(kindNames[kind])}
      subtitle={data && uploadId ? data.fileName : texts.hints[kind]}
      actions={<ButtonLink href="/school/import">{texts.guide.back}</ButtonLink>}
    >
      <div className={styles.steps}>
        <Steps label={texts.guide.steps} steps={steps} onSelect={select} />
      </div>
      {step === 'file' && <FileStep kind={kind} onRead={(upload) => go(upload, '')} />}
      {step === 'done' && done && <DoneCard kind={kind} done={done} onAgain={anew} />}
      {(step === 'columns' || step === 'check') && !data && (
        <>
          {!error && <Skeleton rows={8} />}
          {error && 'code' in error && error.code === 'exchange.noUpload' && (
            <>
              <Notice kind="note">{texts.guide.forgotten}</Notice>
              <FileStep kind={kind} onRead={(upload) => go(upload, '')} />
            </>
          )}
          {error && !('code' in error && error.code === 'exchange.noUpload') && <ErrorState error={error} onRetry={refetch} />}
        </>
      )}
      {step === 'columns' && data && (
        <ColumnsForm
          kind={kind}
          preview={data}
          onSaved={() => {
            setWanted(null)
            refetch()
          }}
        />
      )}
      {step === 'check' && data && (
        <DryRun
          kind={kind}
          preview={data}
          uploadId={uploadId}
          refreshing={refreshing}
          onDate={(from) => go(uploadId, from)}
          onChanged={refetch}
          onDone={setDone}
          onAgain={anew}
        />
      )}
    </Page>
  )
}
