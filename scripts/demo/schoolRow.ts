/** The card of the school. */
export type SchoolRow = {
  id: string
  name: string
  full_name: string
  city: string
  time_zone: string
  shift_days: number
  inn: string
  ogrn: string
  address: string
  phone: string
  email: string
  head_name: string
  set_up_at: string
  exercise: boolean
}
