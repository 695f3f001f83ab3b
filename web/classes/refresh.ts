import { invalidate } from '#web/platform/queries.ts'

/** After a change of classes, groups or movement: whatever shows them is asked for again. */
export const refreshClasses = (): Promise<void> =>
  invalidate([
    'classes.overview',
    'classes.card',
    'classes.ownPlan',
    'classes.list',
    'classes.movement',
    'classes.inconsistencies',
    'classes.promotionPlan',
  ])
