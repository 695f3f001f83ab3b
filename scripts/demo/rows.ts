import type {
  AccountRow,
  AcknowledgementRow,
  CredentialIssueRow,
  CustomRoleRow,
  LocalActRow,
  SessionRow,
} from '#scripts/demo/accessRows.ts'
import type { ChangeRequestRow, ConsentPurposeRow, ConsentRow, DataCheckRow } from '#scripts/demo/paperRows.ts'
import type { SchoolRow } from '#scripts/demo/schoolRow.ts'
import type { TrainingPersonRow, TrainingRow } from '#scripts/demo/trainings.ts'

/** Rows of the tables, without the school: loading adds it to every one. */
export type Rows = {
  school: SchoolRow[]
  person: PersonRow[]
  guardian_of: GuardianRow[]
  staff: StaffRow[]
  account: AccountRow[]
  session: SessionRow[]
  custom_role: CustomRoleRow[]
  role_grant: RoleGrantRow[]
  credential_issue: CredentialIssueRow[]
  local_act: LocalActRow[]
  acknowledgement: AcknowledgementRow[]
  school_year: SchoolYearRow[]
  term: TermRow[]
  day_exception: DayExceptionRow[]
  bell: BellRow[]
  subject: SubjectRow[]
  profile: ProfileRow[]
  curriculum: CurriculumRow[]
  curriculum_line: CurriculumLineRow[]
  study_group: StudyGroupRow[]
  school_class: SchoolClassRow[]
  homeroom: HomeroomRow[]
  movement: MovementRow[]
  enrolment: EnrolmentRow[]
  course: CourseRow[]
  assignment: AssignmentRow[]
  room: RoomRow[]
  slot: SlotRow[]
  work_type: WorkTypeRow[]
  lesson: LessonRow[]
  work: WorkRow[]
  mark: MarkRow[]
  absence: AbsenceRow[]
  homework: HomeworkRow[]
  homework_student: HomeworkStudentRow[]
  consent_purpose: ConsentPurposeRow[]
  consent: ConsentRow[]
  data_check: DataCheckRow[]
  change_request: ChangeRequestRow[]
  training: TrainingRow[]
  training_person: TrainingPersonRow[]
}

export type TableName = keyof Rows

export type PersonRow = {
  id: string
  surname: string
  given_name: string
  patronymic: string
  sex: 'f' | 'm'
  born_on: string | null
  foreign_languages: string
}
export type GuardianRow = {
  id: string
  guardian_id: string
  student_id: string
  relation: 'mother' | 'father' | 'guardian' | 'grandparent'
  from_date: string
  to_date: string | null
}
export type StaffRow = { id: string; person_id: string; position: string; from_date: string; to_date: string | null }
export type RoleGrantRow = {
  id: string
  person_id: string
  role: 'head' | 'deputyHead' | 'administrator' | 'custom'
  from_date: string
  to_date: string | null
  custom_role_id: string | null
  order_number: string
  order_date: string | null
}
export type SchoolYearRow = { id: string; name: string; from_date: string; to_date: string; opened_at: string }
export type TermRow = {
  id: string
  school_year_id: string
  kind: 'quarter' | 'halfYear'
  number: number
  name: string
  from_grade: number
  to_grade: number
  from_date: string
  to_date: string
  locked_at: string | null
}
export type DayExceptionRow = {
  id: string
  school_year_id: string
  date: string
  kind: 'holiday' | 'vacation' | 'workday'
  like_weekday: number | null
  from_grade: number
  to_grade: number
  name: string
}
export type BellRow = {
  id: string
  school_year_id: string
  from_grade: number
  to_grade: number
  weekday: number
  number: number
  starts_at: number
  ends_at: number
}
export type StudyGroupRow = {
  id: string
  school_year_id: string
  kind: 'class' | 'subgroup' | 'stream' | 'individual' | 'extracurricular'
  name: string
  grade: number
  class_id: string | null
  subject_id: string | null
  curriculum_id: string | null
  ungraded: boolean
}
export type SchoolClassRow = { id: string; letter: string }
export type HomeroomRow = { id: string; class_id: string; teacher_id: string; from_date: string; to_date: string | null }
export type MovementRow = {
  id: string
  student_id: string
  kind: 'enrol' | 'transfer' | 'depart'
  on_date: string
  order_number: string
  order_date: string
  reason: string
  from_group_id: string | null
  to_group_id: string | null
  other_school: string
}
export type EnrolmentRow = {
  id: string
  group_id: string
  student_id: string
  from_date: string
  to_date: string | null
  ended_by: string | null
}
export type SubjectRow = { id: string; name: string; short_name: string; area: string; federal: boolean }
export type ProfileRow = { id: string; name: string }
export type CurriculumRow = {
  id: string
  school_year_id: string
  name: string
  grade: number
  profile_id: string | null
  study_days: number
  weeks: number
  individual: boolean
}
export type CurriculumLineRow = {
  id: string
  curriculum_id: string
  subject_id: string
  part: 'federal' | 'school' | 'extracurricular'
  half_hours: number
  subgroups: number
}
export type CourseRow = { id: string; school_year_id: string; group_id: string; subject_id: string; scale: 'five' | 'passFail' }
export type AssignmentRow = {
  id: string
  course_id: string
  teacher_id: string
  weekly_half_hours: number
  from_date: string
  to_date: string | null
}
export type RoomRow = { id: string; name: string }
export type SlotRow = {
  id: string
  course_id: string
  weekday: number
  number: number
  room_id: string | null
  week: 'every' | 'odd' | 'even'
  from_date: string
  to_date: string | null
}
export type WorkTypeRow = { id: string; name: string; short_name: string; weight: number; control: boolean; position: number }
export type LessonRow = {
  id: string
  course_id: string
  date: string
  number: number
  room_id: string | null
  teacher_id: string
  instead_of_id: string | null
  cancelled: boolean
  topic: string
  note: string
  roll_called_at: string | null
}
export type WorkRow = {
  id: string
  lesson_id: string
  position: number
  work_type_id: string
  weight: number
  title: string
  removed: boolean
}
export type MarkRow = {
  id: string
  work_id: string
  student_id: string
  values: number[]
  due_on: string | null
  comment: string
  basis: string
}
export type AbsenceCode = 'absent' | 'sick' | 'excused' | 'unexcused' | 'late' | 'exempt'
export type AbsenceRow = { id: string; lesson_id: string; student_id: string; code: AbsenceCode | null; minutes: number | null }
export type HomeworkRow = {
  id: string
  lesson_id: string
  course_id: string
  due_on: string | null
  content: string
  pages: string
  exercises: string
  minutes: number | null
  nothing: boolean
  individual: boolean
  removed: boolean
}
export type HomeworkStudentRow = { id: string; homework_id: string; student_id: string }

/** A school without anything in it. */
export function noRows(): Rows {
  return {
    school: [],
    person: [],
    guardian_of: [],
    staff: [],
    account: [],
    session: [],
    custom_role: [],
    role_grant: [],
    credential_issue: [],
    local_act: [],
    acknowledgement: [],
    school_year: [],
    term: [],
    day_exception: [],
    bell: [],
    subject: [],
    profile: [],
    curriculum: [],
    curriculum_line: [],
    study_group: [],
    school_class: [],
    homeroom: [],
    movement: [],
    enrolment: [],
    course: [],
    assignment: [],
    room: [],
    slot: [],
    work_type: [],
    lesson: [],
    work: [],
    mark: [],
    absence: [],
    homework: [],
    homework_student: [],
    consent_purpose: [],
    consent: [],
    data_check: [],
    change_request: [],
    training: [],
    training_person: [],
  }
}
