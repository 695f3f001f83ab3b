import { useDeferredValue, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './Urgent.module.css'
import { UrgentDialog } from './UrgentDialog.tsx'
import * as texts from './urgent.texts.ru.ts'

const LETTERS = 3

export type FoundPupil = Output<'access.findPupils'>['pupils'][number]

/** Finds a pupil by the beginning of the surname, and asks for the reason. */
export function UrgentSearch({ hours, left, onOpened }: { hours: number; left: number; onOpened: () => void }) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<FoundPupil | null>(null)
  const search = useDeferredValue(typed.trim())
  const enough = search.length >= LETTERS
  const { data, error } = useQuery('access.findPupils', { search }, { enabled: enough, previous: true })
  return (
    <section className={styles.find}>
      <Notice>{texts.toldNote}</Notice>
      <div className={styles.search}>
        <SearchField label={texts.search} value={typed} onChange={setTyped} />
      </div>
      <p className={styles.detail}>
        {texts.searchHint} {texts.left(left)}
      </p>
      <div role="status" className={styles.found}>
        {enough && error && <Notice kind="bad">{sentenceOf(error)}</Notice>}
        {enough && !data && !error && <p>{texts.searching}</p>}
        {enough && data?.pupils.length === 0 && <p>{texts.notFound}</p>}
        {enough && data && data.pupils.length > 0 && (
          <ul className={styles.list}>
            {data.pupils.map((pupil) => (
              <li key={pupil.studentId} className={styles.row}>
                <span>
                  {pupil.name}
                  <span className={styles.detail}>{pupil.className}</span>
                </span>
                {pupil.needed ? (
                  <Button aria-label={texts.openFor(pupil.name)} aria-haspopup="dialog" onClick={() => setAsked(pupil)}>
                    {texts.open}
                  </Button>
                ) : (
                  <span className={styles.detail}>{texts.notNeeded}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {enough && data?.more && <p className={styles.detail}>{texts.more}</p>}
      </div>
      {asked && (
        <UrgentDialog
          pupil={asked}
          hours={hours}
          onClose={() => setAsked(null)}
          onOpened={() => {
            setAsked(null)
            setTyped('')
            onOpened()
          }}
        />
      )}
    </section>
  )
}
