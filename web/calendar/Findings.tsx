import { Link } from 'wouter'
import type { Finding, Section } from '#domain/calendar/findings.ts'
import { Card } from '#web/ui/Card.tsx'
import { findingText } from './findings.texts.ru.ts'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** What the year lacks, each with the way to where it is put right. Nothing at all when it lacks nothing. */
export function Findings({ findings, href }: { findings: readonly Finding[]; href: (section: Section) => string | null }) {
  if (findings.length === 0) return null
  return (
    <Card title={texts.list.findings}>
      <ul className={styles.list}>
        {findings.map((finding) => {
          const to = href(finding.section)
          const sentence = findingText(finding)
          return (
            <li key={sentence}>
              <span className={styles.tag} data-required={finding.required || undefined}>
                {finding.required ? texts.list.required : texts.list.advice}
              </span>
              <span>{sentence}</span>
              {to && (
                <Link href={to} className={[styles.link, styles.push].join(' ')}>
                  {texts.steps[finding.section]}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
