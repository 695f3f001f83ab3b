import { Dialog } from '#web/ui/Dialog.tsx'
import { useJournal } from '../JournalContext.ts'
import styles from './KeysDialog.module.css'
import { keysHelp } from './texts.ru.ts'

/** Every key of the grid on one sheet. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { model } = useJournal()
  return (
    <Dialog title={keysHelp.title} shape="wide" onClose={onClose}>
      <div className={styles.groups}>
        {keysHelp.groups(model.page.course.scale, model.noMarks === null).map((group) => (
          <section key={group.title}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.list}>
              {group.rows.map(([keys, meaning]) => (
                <div key={keys} className={styles.row}>
                  <dt>
                    {keys.split(' ').map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{keysHelp.layout}</p>
    </Dialog>
  )
}
