import { useState } from 'react'
import { Link } from 'wouter'
import { type OwnMeasure, ownMeasures, type SchoolMeasure, schoolMeasures } from '#domain/processing/measures.ts'
import { emptyDone } from '#domain/processing/rules.ts'
import { doneText } from '#domain/processing/sheets.texts.ru.ts'
import { ownMeasureNames, schoolMeasureNames } from '#domain/processing/texts.ru.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { PrintButton } from './PrintButton.tsx'
import styles from './Processing.module.css'
import { ProcessingTabs } from './ProcessingTabs.tsx'
import * as texts from './texts.ru.ts'

/** Measures of protection: what the product does, with its state in this school, and what the school has ticked. */
export default function MeasuresScreen() {
  const { data, error, refetch } = useQuery('processing.register', {})
  const can = useCan()
  const [doing, setDoing] = useState<SchoolMeasure | null>(null)
  const keeps = can('processing.setMeasure', { kind: 'school' })
  const saidOf = (measure: SchoolMeasure) => {
    const { measure: _, ...said } = data?.measures.find((one) => one.measure === measure) ?? { measure, ...emptyDone }
    return said
  }
  const done = schoolMeasures.filter((one) => saidOf(one).on !== null).length
  return (
    <Page title={texts.title} subtitle={texts.subtitle} actions={<PrintButton sheet="measures" />} width="narrow">
      <ProcessingTabs />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <div className={styles.stack}>
          <Card title={texts.measures.school} note={texts.measures.tally(done, schoolMeasures.length)}>
            <ul className={styles.lines}>
              {schoolMeasures.map((key) => {
                const { name, told } = schoolMeasureNames[key]
                const said = saidOf(key)
                const ticked = said.on !== null
                return (
                  <li key={key} className={styles.line}>
                    <div className={styles.what}>
                      <span className={styles.name}>{name}</span>
                      <span className={styles.detail}>{told}</span>
                      <span className={ticked ? styles.good : styles.soft}>
                        {ticked ? doneText(said) : texts.measures.undone}
                      </span>
                    </div>
                    {keeps && (
                      <Button
                        aria-label={ticked ? texts.measures.changeOf(name) : texts.measures.tickOf(name)}
                        onClick={() => setDoing(key)}
                      >
                        {ticked ? texts.change : texts.measures.tick}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          </Card>
          <p className={styles.detail}>{texts.measures.honest}</p>
          <Card title={texts.measures.own} note={texts.measures.ownNote}>
            <ul className={styles.lines}>
              {(Object.keys(ownMeasures) as OwnMeasure[]).map((key) => {
                const { name, told, measure } = ownMeasureNames[key]
                const { at, inForce } = ownMeasures[key]
                const holds = inForce === null || inForce(data.policies)
                return (
                  <li key={key} className={styles.line}>
                    <div className={styles.what}>
                      <span className={styles.name}>{name}</span>
                      <span className={styles.detail}>
                        {told} {measure}
                      </span>
                      <span className={holds ? styles.good : styles.soft}>
                        {holds ? texts.measures.inForce : texts.measures.off}
                      </span>
                    </div>
                    {at && (
                      <Link href={at} aria-label={texts.measures.lookAt(name)}>
                        {texts.measures.look}
                      </Link>
                    )}
                  </li>
                )
              })}
            </ul>
          </Card>
        </div>
      )}
      {doing && <MeasureDialog measure={doing} said={saidOf(doing)} onSaved={refetch} onClose={() => setDoing(null)} />}
    </Page>
  )
}
