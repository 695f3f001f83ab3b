export type ConsentPurposeRow = { id: string; name: string; body: string; version: number; archived: boolean }
export type ConsentRow = {
  id: string
  purpose_id: string
  student_id: string
  given_by: string | null
  state: 'given' | 'refused'
  on_date: string
  carrier: 'paper'
  number: string
}
export type DataCheckRow = {
  id: string
  class_id: string
  student_id: string | null
  campaign: 'monthly' | 'october'
  month: string
  checked_by: string
  remarks: string
  at: string
}
export type ChangeRequestRow = {
  id: string
  kind: 'data' | 'arrived'
  person_id: string | null
  class_id: string | null
  author_id: string
  proposed: object
  comment: string
  state: 'open'
  asked_at: string
}
