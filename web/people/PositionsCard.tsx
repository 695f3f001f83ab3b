import { useState } from 'react'
import { rateOf, rateText } from '#domain/people/employment.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Card.module.css'
import { employment } from './employment.texts.ru.ts'
import form from './Form.module.css'
import { type PersonCard, subjectOf } from './PersonScreen.tsx'
import * as texts from './texts.ru.ts'

type Position = PersonCard['positions'][number]

/** Positions with dates and category. */
export function PositionsCard({ card, onSaved }: { card: PersonCard; onSaved: () => void }) {
  const can = useCan()
  const { today } = useMe()
  const [open, setOpen] = useState<Position | 'new' | null>(null)
  const writes = can('people.addPosition', subjectOf(card)) && card.mergedInto === null
  const student = card.stays.length > 0 || card.guardians.length > 0
  if (card.positions.length === 0 && (student || !writes)) return null
  return (
    <Card title={texts.card.positions}>
      {card.positions.length === 0 && <p className={styles.none}>{texts.card.noPositions}</p>}
      <ul className={styles.lines}>
        {card.positions.map((one) => (
          <li key={one.positionId} className={styles.line}>
            <span className={[styles.what, one.to !== null && one.to < today && styles.over].filter(Boolean).join(' ')}>
              <span className={styles.name}>{one.position}</span>
              <span className={styles.detail}>
                {[
                  one.rate === null ? '' : employment.ofPost(rateText(one.rate)),
                  employment.given(one),
                  one.to ? texts.card.period(one.from, one.to) : texts.card.since(one.from),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
            {writes && (
              <span className={styles.actions}>
                <Button size="s" onClick={() => setOpen(one)}>
                  {texts.edit}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <div className={styles.foot}>
          <Button size="s" onClick={() => setOpen('new')}>
            {texts.card.addPosition}
          </Button>
        </div>
      )}
      {open && (
        <PositionDialog
          personId={card.personId}
          position={open === 'new' ? null : open}
          onSaved={onSaved}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

function PositionDialog({
  personId,
  position,
  onSaved,
  onClose,
}: {
  personId: string
  position: Position | null
  onSaved: () => void
  onClose: () => void
}) {
  const { today } = useMe()
  const add = useCommand('people.addPosition')
  const change = useCommand('people.changePosition')
  const [draft, setDraft] = useState({
    position: position?.position ?? '',
    category: position?.category ?? '',
    rate: position?.rate ? rateText(position.rate) : '',
    categoryOn: (position?.categoryOn ?? '') as string,
    categoryOrder: position?.categoryOrder ?? '',
    from: (position?.from ?? today) as string,
    to: (position?.to ?? '') as string,
  })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const wrongRate = draft.rate.trim() !== '' && rateOf(draft.rate) === null
  const save = async () => {
    const { category, categoryOrder } = draft
    const said = {
      personId,
      position: draft.position,
      category,
      // A category that is none was given by no order.
      categoryOn: category.trim() === '' ? null : ((draft.categoryOn || null) as PlainDate | null),
      categoryOrder: category.trim() === '' ? '' : categoryOrder,
      rate: rateOf(draft.rate),
      from: (draft.from || today) as PlainDate,
    }
    if (position) await change.run({ ...said, positionId: position.positionId, to: draft.to || null, expected: position })
    else await add.run(said)
    toast(texts.saved)
    onSaved()
    onClose()
  }
  return (
    <ConfirmDialog
      title={position ? texts.fields.position : texts.card.addPosition}
      action={texts.save}
      disabled={wrongRate || draft.position.trim() === ''}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={form.fields}>
        <TextField
          label={texts.fields.position}
          hint={texts.fields.positionHint}
          value={draft.position}
          required
          maxLength={120}
          onChange={(event) => set({ position: event.target.value })}
        />
        <TextField
          label={texts.fields.category}
          hint={texts.fields.categoryHint}
          value={draft.category}
          maxLength={60}
          onChange={(event) => set({ category: event.target.value })}
        />
        {draft.category.trim() !== '' && (
          <div className={form.row}>
            <DateField label={employment.categoryOn} value={draft.categoryOn} onChange={(categoryOn) => set({ categoryOn })} />
            <TextField
              label={employment.categoryOrder}
              hint={employment.categoryOrderHint}
              value={draft.categoryOrder}
              maxLength={60}
              onChange={(event) => set({ categoryOrder: event.target.value })}
            />
          </div>
        )}
        <TextField
          label={employment.rate}
          hint={employment.rateHint}
          value={draft.rate}
          maxLength={5}
          inputMode="decimal"
          problem={wrongRate ? employment.wrongRate : null}
          onChange={(event) => set({ rate: event.target.value })}
        />
        <div className={form.row}>
          <DateField label={texts.fields.from} value={draft.from} required onChange={(from) => set({ from })} />
          {position && (
            <DateField
              label={texts.fields.to}
              value={draft.to}
              min={draft.from}
              hint={texts.card.endHint}
              onChange={(to) => set({ to })}
            />
          )}
        </div>
      </div>
    </ConfirmDialog>
  )
}
