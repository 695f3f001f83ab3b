export type CustomRoleRow = { id: string; name: string; rights: string[]; archived: boolean }
export type CredentialIssueRow = {
  id: string
  account_id: string
  kind: 'slip'
  issued_by: string
  issued_at: string
  used_at: string | null
  handed_on: string | null
  received_by: string
}
export type LocalActRow = {
  id: string
  kind: 'regulation' | 'terms'
  title: string
  version: number
  number: string
  dated_on: string
  from_date: string
  body: string
  for_staff: boolean
  for_families: boolean
}
export type AcknowledgementRow = { id: string; act_id: string; person_id: string; at: string }
