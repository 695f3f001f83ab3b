import { usePrintedName } from './printed.ts'

/** A student’s name, or what stands for it on paper. */
export const StudentName = ({ studentId, name }: { studentId: string; name: string }) => usePrintedName(studentId, name)
