import { Card } from '#web/ui/Card.tsx'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { type Administrator, chosenLogin, problemsOf } from './draft.ts'
import styles from './FirstStart.module.css'
import { StepForm, type StepProps } from './StepForm.tsx'
import * as texts from './texts.ru.ts'

/** Who sets the journal up: the name, the login that is made of it, a password of the person's own. */
export function AdministratorStep({ draft, onChange, onBack, onNext }: StepProps) {
  const { administrator } = draft
  const words = texts.administrator
  const set = (part: Partial<Administrator>) => onChange({ ...draft, administrator: { ...administrator, ...part } })
  return (
    <StepForm problems={problemsOf('administrator', draft)} action={texts.open} onBack={onBack} onNext={onNext}>
      {(told) => {
        const name = (key: 'surname' | 'givenName' | 'patronymic', autoComplete: string) => (
          <TextField
            label={words[key]}
            problem={told[key]}
            value={administrator[key]}
            maxLength={60}
            autoComplete={autoComplete}
            onChange={({ target }) => set({ [key]: target.value })}
          />
        )
        return (
          <Card title={texts.steps.administrator} padded>
            <div className={styles.rows}>
              <p className={styles.lead}>{words.about}</p>
              <div className={styles.pair}>
                {name('surname', 'family-name')}
                {name('givenName', 'given-name')}
                {name('patronymic', 'additional-name')}
              </div>
              <TextField
                label={words.position}
                problem={told.position}
                value={administrator.position}
                maxLength={120}
                autoComplete="off"
                onChange={({ target }) => set({ position: target.value })}
              />
              <div className={styles.pair}>
                <TextField
                  label={words.login}
                  hint={words.loginHint}
                  problem={told.login}
                  value={administrator.login ?? chosenLogin(administrator)}
                  maxLength={40}
                  name="username"
                  autoComplete="username"
                  autoCapitalize="off"
                  spellCheck={false}
                  onChange={({ target }) => set({ login: target.value })}
                />
                <PasswordField
                  label={words.password}
                  hint={words.passwordHint}
                  problem={told.password}
                  value={administrator.password}
                  autoComplete="new-password"
                  onChange={(password) => set({ password })}
                />
              </div>
            </div>
          </Card>
        )
      }}
    </StepForm>
  )
}
