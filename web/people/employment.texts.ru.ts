import type { PlainDate } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'

type Given = { category: string; categoryOn: PlainDate | null; categoryOrder: string }
export const employment = {
  rate: 'Ставка',
  rateHint: '1 – полная, 0,5 – половина. Если не ведёте, оставьте пустым.',
  wrongRate: 'Ставка – число до 3: 1; 0,5; 1,25.',
  ofPost: (rate: string) => (rate === '1' ? 'полная ставка' : `${rate} ставки`),
  categoryOn: 'Категория присвоена',
  categoryOrder: 'Приказ о категории',
  categoryOrderHint: 'Номер и дата: «№ 112 от 14.03.2026»',
  /** «высшая категория с 14.03.2026 (приказ № 112)» */
  given: ({ category, categoryOn, categoryOrder }: Given) =>
    category === ''
      ? ''
      : [category, categoryOn && `с ${numericDate(categoryOn)}`, categoryOrder && `(приказ ${categoryOrder})`]
          .filter(Boolean)
          .join(' '),
}
