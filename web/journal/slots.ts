/** Names of things that may wait in the outbox; the same name is one place on the screen. */
export const markSlot = (workId: string, studentId: string): string => `mark:${workId}:${studentId}`
export const attendanceSlot = (lessonId: string, studentId: string): string => `attendance:${lessonId}:${studentId}`
export const topicSlot = (lessonId: string): string => `topic:${lessonId}`
export const noteSlot = (lessonId: string): string => `note:${lessonId}`
export const homeworkSlot = (homeworkId: string): string => `homework:${homeworkId}`
export const rollSlot = (lessonId: string): string => `roll:${lessonId}`
export const workSlot = (workId: string): string => `work:${workId}`
export const bulkSlot = (id: string): string => `marks:${id}`
