import type { Card as SchoolCard } from '#domain/school/rules.ts'
import { TimeZoneField } from '#web/school/TimeZoneField.tsx'
import { card as words } from '#web/school/texts.ru.ts'
import { Card } from '#web/ui/Card.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { problemsOf } from './draft.ts'
import styles from './FirstStart.module.css'
import { StepForm, type StepProps } from './StepForm.tsx'
import * as texts from './texts.ru.ts'

/** What the school is called, where it is, and its numbers. */
export function SchoolStep({ draft, onChange, onBack, onNext }: StepProps) {
  const { card } = draft
  const set = (part: Partial<SchoolCard>) => onChange({ ...draft, card: { ...card, ...part } })
  const digits = (text: string) => text.replace(/\D/g, '')
  return (
    <StepForm problems={problemsOf('school', draft)} action={texts.next} onBack={onBack} onNext={onNext}>
      {(told) => (
        <Card title={texts.steps.school} padded>
          <div className={styles.rows}>
            <TextField
              label={texts.school.name}
              hint={texts.school.nameHint}
              problem={told.name}
              value={card.name}
              maxLength={120}
              autoComplete="off"
              onChange={({ target }) => set({ name: target.value })}
            />
            <TextField
              label={texts.school.fullName}
              problem={told.fullName}
              value={card.fullName}
              maxLength={400}
              autoComplete="off"
              onChange={({ target }) => set({ fullName: target.value })}
            />
            <div className={styles.pair}>
              <TextField
                label={words.city}
                value={card.city}
                maxLength={80}
                autoComplete="off"
                onChange={({ target }) => set({ city: target.value })}
              />
              <TimeZoneField value={card.timeZone} onChange={(timeZone) => set({ timeZone })} />
            </div>
            <div className={styles.pair}>
              <TextField
                label={texts.school.inn}
                hint={texts.school.innHint}
                problem={told.inn}
                value={card.inn}
                inputMode="numeric"
                autoComplete="off"
                onChange={({ target }) => set({ inn: digits(target.value).slice(0, 10) })}
              />
              <TextField
                label={texts.school.ogrn}
                hint={texts.school.ogrnHint}
                problem={told.ogrn}
                value={card.ogrn}
                inputMode="numeric"
                autoComplete="off"
                onChange={({ target }) => set({ ogrn: digits(target.value).slice(0, 13) })}
              />
            </div>
          </div>
        </Card>
      )}
    </StepForm>
  )
}
