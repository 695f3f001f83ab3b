export type AccountRow = {
  id: string
  person_id: string
  login: string
  password_hash: string
  must_change_password: boolean
  welcomed_at: string | null
  blocked_at: string | null
  created_at: string
  totp_secret: string | null
  totp_since: string | null
}
export type SessionRow = {
  id: string
  account_id: string
  token_hash: string
  device: string
  address: string
  created_at: string
  expires_at: string
  ended_at: string | null
}
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
