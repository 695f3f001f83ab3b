import { numericDate } from '#domain/platform/dateTexts.ts'
import type { Issued } from './batches.ts'
import { bySheets } from './batches.ts'
import * as texts from './issue.texts.ru.ts'
import { Paper } from './Paper.tsx'
import styles from './SlipPaper.module.css'

export type Slip = Issued & { sheet: string }
type Head = { school: string; headPosition: string; headName: string }

/** Where the code on a slip leads: the journal, or the page on which one thinks up a password. */
export const addressOf = ({ token }: Issued): string =>
  token ? `${location.origin}/activate#${encodeURIComponent(token)}` : `${location.origin}/`

/** «Уведомление» of S1 Приложение 2 for each, eight to a sheet of paper, a class on sheets of its own, to be cut along the lines. */
export function SlipPaper({
  slips,
  pictures,
  head,
}: {
  slips: readonly Slip[]
  pictures: ReadonlyMap<string, string>
  head: Head
}) {
  return (
    <Paper>
      {bySheets(slips).map(({ sheet, slips: own }) => (
        <div key={sheet} className={styles.sheet}>
          {own.map((slip) => (
            <div key={slip.personId} className={styles.slip}>
              <img className={styles.qr} src={pictures.get(addressOf(slip))} alt="" />
              <p className={styles.school}>{head.school}</p>
              <p className={styles.heading}>{texts.slips.heading}</p>
              <p className={styles.name}>{slip.name}</p>
              <p className={styles.small}>{texts.about(slip.kind, slip.detail)}</p>
              <p className={styles.said}>{slip.token ? texts.slips.invited : texts.slips.assigned}</p>
              <dl className={styles.values}>
                <dt>{texts.slips.address}</dt>
                <dd>{location.host}</dd>
                <dt>{texts.slips.login}</dt>
                <dd className={styles.code}>{slip.login}</dd>
                {slip.password !== null && (
                  <>
                    <dt>{texts.slips.password}</dt>
                    <dd className={styles.password}>{slip.password}</dd>
                  </>
                )}
              </dl>
              {slip.token && <p className={styles.scan}>{texts.slips.scan}</p>}
              <p className={styles.foot}>
                {slip.expiresOn ? texts.slips.until(numericDate(slip.expiresOn)) : texts.slips.once} {texts.slips.secret}
              </p>
              <p className={styles.sign}>
                <span>{texts.slips.signature(head.headPosition)}</span>
                <span>{head.headName}</span>
              </p>
            </div>
          ))}
        </div>
      ))}
    </Paper>
  )
}
