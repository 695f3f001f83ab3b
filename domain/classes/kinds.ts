/** What a group is that is not a class. A subgroup is cut from a class for a subject. */
export const groupKinds = ['subgroup', 'combined', 'stream', 'individual', 'elective', 'extracurricular'] as const

/** Lines of the movement book. S2 4.2Aж, S4 Р22h. */
export const movementKinds = [
  'enrol',
  'transfer',
  'depart',
  'return',
  'promote',
  'promoteConditionally',
  'retain',
  'graduate',
] as const

/** What may not fit together in the contingent. R093. */
export const inconsistencyKinds = [
  'nowhere',
  'twoClasses',
  'subgroupWithoutClass',
  'withoutSubgroup',
  'enrolmentWithoutMovement',
  'movementWithoutEnrolment',
  'departedWithAccount',
] as const

export const outcomes = ['promote', 'promoteConditionally', 'retain', 'graduate', 'depart'] as const
