import { useState } from 'react'
import { federalSubjects } from '#domain/curriculum/federalSubjects.ts'
import { hoursText, totalsOf } from '#domain/curriculum/rules.ts'
import { deeperIn, templates } from '#domain/curriculum/templates.ts'
import { templateName } from '#domain/curriculum/texts.ru.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Curriculum.module.css'
import type { Plans } from './sheet.ts'
import * as texts from './texts.ru.ts'

type Source = { key: string; name: string; hint: string }

/** Curricula to begin from: the federal ones, or those of the year before. */
export function CopyDialog({ data, onDone, onClose }: { data: Plans; onDone: () => void; onClose: () => void }) {
  const words = texts.copyDialog
  const [from, setFrom] = useState<'templates' | 'year'>(data.earlier.length > 0 ? 'year' : 'templates')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const layOut = useCommand('curriculum.layOutPlans')
  const copyPlans = useCommand('curriculum.copyPlans')
  const taken = new Set(data.plans.map(({ name }) => name))
  const sources =
    from === 'templates' ? federal : data.earlier.map((plan) => ({ key: plan.curriculumId, name: plan.name, hint: '' }))
  const free = sources.filter(({ name }) => !taken.has(name))
  const copy = async () => {
    const keys = free.filter(({ key }) => chosen.has(key)).map(({ key }) => key)
    if (keys.length === 0) return setProblem(words.nothing)
    const { schoolYearId } = data.year
    const { copied } =
      from === 'templates'
        ? await layOut.run({ schoolYearId, templates: keys })
        : await copyPlans.run({ schoolYearId, curriculumIds: keys })
    toast(words.done(copied))
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={words.title} action={words.copy} onConfirm={copy} onClose={onClose}>
      <div className={styles.form}>
        {data.earlier.length > 0 && (
          <SelectField
            label={words.from}
            value={from}
            options={[
              { value: 'year', label: words.lastYear(data.earlier[0]!.yearName) },
              { value: 'templates', label: words.templates },
            ]}
            onChange={(value) => {
              setFrom(value === 'year' ? 'year' : 'templates')
              setChosen(new Set())
            }}
          />
        )}
        {from === 'templates' && <p className={styles.hint}>{words.templatesHint}</p>}
        <div>
          <Button size="s" onClick={() => setChosen(new Set(free.map(({ key }) => key)))}>
            {words.all}
          </Button>
        </div>
        <div className={styles.choices}>
          {sources
            .toSorted((a, b) => Number(taken.has(a.name)) - Number(taken.has(b.name)))
            .map(({ key, name, hint }) => (
              <CheckboxField
                key={key}
                label={name}
                hint={taken.has(name) ? words.exists : hint}
                disabled={taken.has(name)}
                checked={chosen.has(key)}
                onChange={(on) => {
                  const next = new Set(chosen)
                  if (on) next.add(key)
                  else next.delete(key)
                  setChosen(next)
                }}
              />
            ))}
        </div>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </ConfirmDialog>
  )
}

const federal: Source[] = templates.map((template) => ({
  key: template.key,
  name: templateName(template),
  hint: [
    texts.copyDialog.hours(hoursText(totalsOf(template.lines).lessons)),
    template.profile === 'universal'
      ? texts.copyDialog.example
      : template.profile &&
        texts.copyDialog.deeper(
          deeperIn(template.profile)
            .map((key) => federalSubjects[key][0].toLowerCase())
            .join(', '),
        ),
  ]
    .filter(Boolean)
    .join('; '),
}))
