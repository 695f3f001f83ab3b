import type { Card as SchoolCard } from '#domain/school/rules.ts'
import { FormHead } from '#web/school/FormHead.tsx'
import { card as words } from '#web/school/texts.ru.ts'
import { Card } from '#web/ui/Card.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { problemsOf } from './draft.ts'
import styles from './FirstStart.module.css'
import { StepForm, type StepProps } from './StepForm.tsx'
import * as texts from './texts.ru.ts'

/** What stands at the head of printed forms, and who signs them; beside it the head as it will look. */
export function PrintStep({ draft, onChange, onBack, onNext }: StepProps) {
  const { card } = draft
  const problems = problemsOf('print', draft)
  return (
    <StepForm problems={problems} action={texts.next} onBack={onBack} onNext={onNext}>
      {(told) => {
        const field = (
          key: 'address' | 'phone' | 'email' | 'site' | 'headName' | 'headPosition',
          most: number,
          inputMode?: 'tel' | 'email' | 'url',
        ) => (
          <TextField
            label={words[key]}
            problem={told[key]}
            value={card[key]}
            maxLength={most}
            inputMode={inputMode}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...draft, card: { ...card, [key]: target.value } satisfies SchoolCard })}
          />
        )
        return (
          <div className={styles.beside}>
            <Card title={texts.steps.print} note={texts.optional} padded>
              <div className={styles.rows}>
                {field('address', 300)}
                <div className={styles.pair}>
                  {field('phone', 60, 'tel')}
                  {field('email', 120, 'email')}
                </div>
                {field('site', 200, 'url')}
                {field('headName', 160)}
                {field('headPosition', 80)}
              </div>
            </Card>
            <FormHead card={card} />
          </div>
        )
      }}
    </StepForm>
  )
}
