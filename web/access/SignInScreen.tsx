import { useEffect } from 'react'
import { documentTitle, product } from '#web/ui/texts.ru.ts'
import { advice } from './compromise.texts.ru.ts'
import { Doorway } from './Doorway.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './SignInScreen.module.css'
import * as texts from './texts.ru.ts'

/** The door of the journal. */
export function SignInScreen() {
  useEffect(() => {
    document.title = documentTitle(texts.signIn.title)
  }, [])
  return (
    <Doorway title={product} lead={texts.signIn.lead}>
      <SignInForm />
      <details className={styles.help}>
        <summary className={styles.question}>{texts.signIn.forgot}</summary>
        {texts.signIn.help.map((sentence) => (
          <p key={sentence} className={styles.answer}>
            {sentence}
          </p>
        ))}
      </details>
      <details className={styles.help}>
        <summary className={styles.question}>{advice.question}</summary>
        {advice.answers.map((sentence) => (
          <p key={sentence} className={styles.answer}>
            {sentence}
          </p>
        ))}
      </details>
      <p className={styles.free}>{texts.signIn.free}</p>
    </Doorway>
  )
}
