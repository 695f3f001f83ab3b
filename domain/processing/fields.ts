import type { PolicyKey } from '#domain/school/policies.ts'

/**
 * Kinds of personal data, each with the columns they lie in: table → columns. Every column of the database is in one of them, or is none of
 * a person; the test that proves it reads the database, so that a new column cannot go without a purpose.
 */
export const fields = {
  name: { person: 'surname given_name patronymic' },
  sex: { person: 'sex' },
  birthDate: { person: 'born_on' },
  snils: { person: 'snils' },
  languages: { person: 'foreign_languages' },
  card: {
    person: 'merged_into',
    school: 'head_name head_position',
    processing_operator: 'responsible',
    security_measure: 'answers',
  },
  kinship: { guardian_of: 'guardian_id student_id relation from_date to_date lives_with informed' },
  phone: { contact: 'person_id kind value removed' },
  email: { contact: 'person_id kind value removed' },
  address: { contact: 'person_id kind value removed' },
  stay: {
    enrolment: 'group_id student_id from_date to_date ended_by cancelled meant_from meant_to',
    study_group: 'name',
    own_subject: 'group_id subject_id from_date to_date',
    group_proposal: 'author_id groups answer decided_by',
  },
  movement: {
    movement: 'student_id kind on_date order_number order_date reason from_group_id to_group_id other_school cancelled file_id',
  },
  marks: { mark: 'work_id student_id values due_on comment basis' },
  absences: { absence: 'lesson_id student_id code minutes' },
  tasks: { homework: 'content pages exercises', homework_student: 'homework_id student_id removed' },
  lessons: { lesson: 'teacher_id instead_of_id topic note roll_called_at', work: 'title' },
  files: { file: 'name sha256', file_content: 'sha256 bytes' },
  notices: {
    notice: 'person_id student_id kind source_id at read_at waits_until',
    notice_choice: 'person_id student_id kind way',
    notice_hours: 'person_id daily quiet_from quiet_to',
    reminder: 'author_id teacher_id date at withdrawn',
  },
  position: { staff: 'person_id position from_date to_date category category_on category_order rate' },
  load: {
    assignment: 'course_id teacher_id weekly_half_hours from_date to_date',
    homeroom: 'class_id teacher_id from_date to_date',
  },
  roles: { role_grant: 'person_id role from_date to_date custom_role_id order_number order_date' },
  login: { account: 'person_id login must_change_password blocked_at created_at ended_at welcomed_at' },
  secrets: {
    account: 'password_hash totp_secret totp_since totp_step',
    passkey: 'account_id credential_id public_key sign_count name created_at last_used_at removed',
    recovery_code: 'account_id code_hash used_at',
  },
  issue: { credential_issue: 'account_id kind issued_by issued_at token_hash expires_at used_at handed_on received_by' },
  sessions: {
    session: 'account_id token_hash device address created_at expires_at ended_at new_device seen_at',
    session_touch: 'session_id at asleep',
    sign_in_attempt: 'login address known_device success at purpose device spent',
    double_use: 'account_id kind noticed_at last_at answer answered_at answered_on settled_at settled_by note',
    double_use_place: 'double_use_id session_id device address at',
    rescue: 'account_id at machine',
    rescue_seen: 'person_id rescue_id at',
  },
  compromise: { compromise: 'account_id reported_by detected_at reported_at head_told_at support_told_at description closed_at' },
  support: {
    support_service: 'name phone email',
    support_ticket:
      'number kind subject description diagnostics outcome compromise_id created_at created_by handed_at handed_by accepted_at accepted_by accepted_noted_by accepted_number closed_at closed_by',
  },
  urgent: {
    urgent_access:
      'class_id student_id holder_id reason opened_at until_at ended_at ended_by justified judged_at judged_by remark',
    urgent_look: 'urgent_id at',
    urgent_told: 'urgent_id person_id read_at',
  },
  consents: { consent: 'purpose_id student_id given_by state on_date carrier number file_id' },
  requests: {
    change_request: 'kind person_id class_id author_id proposed comment state answer decided_by asked_at decided_at',
  },
  checks: {
    data_check: 'class_id student_id campaign month checked_by remarks at',
    family_check: 'student_id guardian_id month at',
  },
  acknowledgements: { acknowledgement: 'act_id person_id at' },
  training: {
    training: 'leader_id title about guide link place topic on_date starts_at minutes',
    training_person: 'training_id person_id presence acquainted_on removed',
    training_notice: 'training_id person_id topic at read_at',
  },
  imports: {
    import_run: 'operation_id kind file_name sha256 counts undone_by',
    import_upload: 'name sha256 sheets at',
    card_run: 'operation_id people undone_by',
  },
  history: {
    operation: 'name actor_id session_id about input output at',
    change: 'operation_id table_name row_id before after',
    refusal: 'operation_id actor_id name input_hash code params at',
    outbox: 'operation_id name about at',
    log_check: 'by_id findings looked root',
    erased_record: 'change_id digest emptied_operation_id',
    log_leaf: 'about actor_id at changes digest digests kind leaf name operation_id row_ids session_id table_name',
    log_seal: 'frontier hash origin previous root',
    log_subject: 'at idx subject_id',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type FieldKey = keyof typeof fields
export const fieldKeys = Object.keys(fields) as FieldKey[]

/** Fields that a school switches on itself; all of them are off until it does. 152-ФЗ, ст. 5 ч. 5. */
export const switches: Partial<Record<FieldKey, PolicyKey>> = {
  phone: 'people.phones',
  email: 'people.emails',
  address: 'people.addresses',
}

/** Does the school keep this kind of data? What has no switch it does. */
export const isKept = (field: FieldKey, policies: Record<string, unknown>): boolean => {
  const policy = switches[field]
  return policy === undefined || policies[policy] === true
}
