import * as accounts from '#domain/access/accountsContract.ts'
import * as compromise from '#domain/access/compromiseContract.ts'
import * as access from '#domain/access/contract.ts'
import * as protection from '#domain/access/protectionContract.ts'
import * as roles from '#domain/access/rolesContract.ts'
import * as attendance from '#domain/attendance/contract.ts'
import * as calendar from '#domain/calendar/contract.ts'
import * as classes from '#domain/classes/contract.ts'
import * as movement from '#domain/classes/movementContract.ts'
import * as consents from '#domain/consents/contract.ts'
import * as curriculum from '#domain/curriculum/contract.ts'
import * as diary from '#domain/diary/contract.ts'
import * as exchange from '#domain/exchange/contract.ts'
import * as homework from '#domain/homework/contract.ts'
import * as journal from '#domain/journal/contract.ts'
import * as marks from '#domain/marks/contract.ts'
import * as notifications from '#domain/notifications/contract.ts'
import * as peopleContacts from '#domain/people/contactsContract.ts'
import * as people from '#domain/people/contract.ts'
import * as peopleMany from '#domain/people/manyContract.ts'
import type { InputOf, OutputOf, SubjectOf } from '#domain/platform/contract.ts'
import * as readiness from '#domain/readiness/contract.ts'
import * as school from '#domain/school/contract.ts'

/** Every operation of the product under its one name: the address, the permission row, the line in the history. */
export const operations = {
  'access.signIn': access.signIn,
  'access.signOut': access.signOut,
  'access.lock': access.lock,
  'access.unlock': access.unlock,
  'access.changePassword': access.changePassword,
  'access.me': access.me,
  'access.sessions': access.sessions,
  'access.revokeSession': access.revokeSession,
  'access.accounts': access.accounts,
  'access.createAccount': access.createAccount,
  'access.resetPassword': access.resetPassword,
  'access.blockAccount': access.blockAccount,
  'access.unblockAccount': access.unblockAccount,
  'access.candidates': accounts.candidates,
  'access.createAccounts': accounts.createAccounts,
  'access.reissue': accounts.reissue,
  'access.classAccounts': accounts.classAccounts,
  'access.issueInClass': accounts.issueInClass,
  'access.issues': accounts.issues,
  'access.handOut': accounts.handOut,
  'access.handOutInClass': accounts.handOutInClass,
  'access.activate': accounts.activate,
  'access.leavers': accounts.leavers,
  'access.endAccounts': accounts.endAccounts,
  'access.resumeAccount': accounts.resumeAccount,
  'access.secondStep': protection.secondStep,
  'access.signIns': protection.signIns,
  'access.seeDevices': protection.seeDevices,
  'access.secondFactor': protection.secondFactor,
  'access.startTotp': protection.startTotp,
  'access.confirmTotp': protection.confirmTotp,
  'access.removeTotp': protection.removeTotp,
  'access.startPasskey': protection.startPasskey,
  'access.addPasskey': protection.addPasskey,
  'access.removePasskey': protection.removePasskey,
  'access.renewRecoveryCodes': protection.renewRecoveryCodes,
  'access.resetSecondFactor': protection.resetSecondFactor,
  'access.roles': roles.roles,
  'access.grantRole': roles.grantRole,
  'access.endRole': roles.endRole,
  'access.addCustomRole': roles.addCustomRole,
  'access.changeCustomRole': roles.changeCustomRole,
  'access.reportCompromise': compromise.reportCompromise,
  'access.reportCompromiseOf': compromise.reportCompromiseOf,
  'access.compromises': compromise.compromises,
  'access.tellOfCompromise': compromise.tellOfCompromise,

  'readiness.board': readiness.board,
  'readiness.declarePaperless': readiness.declarePaperless,
  'readiness.usage': readiness.usage,

  'school.card': school.schoolCard,
  'school.setCard': school.setCard,
  'school.finishSetUp': school.finishSetUp,
  'school.settings': school.settings,
  'school.setPolicy': school.setPolicy,
  'school.acts': school.acts,
  'school.addAct': school.addAct,
  'school.endAct': school.endAct,
  'school.acknowledge': school.acknowledge,
  'school.acknowledgements': school.acknowledgements,

  'people.list': people.people,
  'people.ofClass': people.peopleOfClass,
  'people.card': people.personCard,
  'people.similar': people.similarPeople,
  'people.create': people.createPerson,
  'people.change': people.changePerson,
  'people.setContacts': people.setContacts,
  'people.addGuardian': people.addGuardian,
  'people.changeGuardian': people.changeGuardian,
  'people.endGuardian': people.endGuardian,
  'people.addPosition': people.addPosition,
  'people.changePosition': people.changePosition,
  'people.merge': people.mergePeople,
  'people.requests': people.requests,
  'people.requestChange': people.requestChange,
  'people.reportArrival': people.reportArrival,
  'people.reportDeparture': people.reportDeparture,
  'people.acceptRequest': people.acceptRequest,
  'people.declineRequest': people.declineRequest,
  'people.withdrawRequest': people.withdrawRequest,
  'people.checks': people.checks,
  'people.classChecks': people.classChecks,
  'people.confirmClass': people.confirmClass,
  'people.confirmStudents': people.confirmStudents,
  'people.me': people.myData,
  'people.contactClasses': peopleContacts.contactClasses,
  'people.openContacts': peopleContacts.openContacts,
  'people.leftContacts': peopleContacts.leftContacts,
  'people.eraseContacts': peopleContacts.eraseContacts,
  'people.editable': peopleMany.editable,
  'people.changeMany': peopleMany.changeMany,
  'people.runs': peopleMany.runs,
  'people.takeBack': peopleMany.takeBack,

  'calendar.year': calendar.schoolYear,
  'calendar.years': calendar.years,
  'calendar.yearPlan': calendar.yearPlan,
  'calendar.createYear': calendar.createYear,
  'calendar.setYear': calendar.setYear,
  'calendar.previewTerms': calendar.previewTerms,
  'calendar.setTerms': calendar.setTerms,
  'calendar.setVacations': calendar.setVacations,
  'calendar.setDays': calendar.setDays,
  'calendar.setBells': calendar.setBells,
  'calendar.setRegime': calendar.setRegime,
  'calendar.openYear': calendar.openYear,
  'calendar.discardYear': calendar.discardYear,
  'calendar.previewException': calendar.previewException,
  'calendar.addException': calendar.addException,
  'calendar.cancelException': calendar.cancelException,

  'classes.list': classes.classes,
  'classes.overview': classes.overview,
  'classes.card': classes.card,
  'classes.create': classes.createClass,
  'classes.change': classes.changeClass,
  'classes.archive': classes.archiveGroup,
  'classes.restore': classes.restoreGroup,
  'classes.setHomeroom': classes.setHomeroom,
  'classes.createGroup': classes.createGroup,
  'classes.changeGroup': classes.changeGroup,
  'classes.setMembers': classes.setMembers,
  'classes.setSubgroups': classes.setSubgroups,
  'classes.proposeSubgroups': classes.proposeSubgroups,
  'classes.withdrawProposal': classes.withdrawProposal,
  'classes.acceptProposal': classes.acceptProposal,
  'classes.declineProposal': classes.declineProposal,
  'classes.candidates': movement.candidates,
  'classes.enrol': movement.enrol,
  'classes.transfer': movement.transfer,
  'classes.depart': movement.depart,
  'classes.return': movement.comeBack,
  'classes.correctMovement': movement.correctMovement,
  'classes.cancelMovement': movement.cancelMovement,
  'classes.movement': movement.movementBook,
  'classes.inconsistencies': movement.inconsistencies,
  'classes.promotionPlan': movement.promotionPlan,
  'classes.promote': movement.promote,

  'curriculum.subjects': curriculum.subjects,
  'curriculum.addSubjects': curriculum.addSubjects,
  'curriculum.changeSubject': curriculum.changeSubject,
  'curriculum.rooms': curriculum.rooms,
  'curriculum.addRooms': curriculum.addRooms,
  'curriculum.changeRoom': curriculum.changeRoom,
  'curriculum.plans': curriculum.plans,
  'curriculum.createPlan': curriculum.createPlan,
  'curriculum.changePlan': curriculum.changePlan,
  'curriculum.addProfile': curriculum.addProfile,
  'curriculum.copyPlans': curriculum.copyPlans,
  'curriculum.layOutPlans': curriculum.layOutPlans,
  'curriculum.setHours': curriculum.setHours,
  'curriculum.attach': curriculum.attach,
  'curriculum.load': curriculum.load,
  'curriculum.openCourses': curriculum.openCourses,
  'curriculum.assign': curriculum.assign,
  'curriculum.reassign': curriculum.reassign,
  'curriculum.endAssignment': curriculum.endAssignment,

  'consents.purposes': consents.purposes,
  'consents.addPurpose': consents.addPurpose,
  'consents.changePurpose': consents.changePurpose,
  'consents.archivePurpose': consents.archivePurpose,
  'consents.report': consents.report,
  'consents.ofClass': consents.ofClass,
  'consents.record': consents.record,
  'consents.withdraw': consents.withdraw,
  'consents.mine': consents.myConsents,

  'journal.myDay': journal.myDay,
  'journal.courses': journal.courses,
  'journal.page': journal.journalPage,
  'journal.topics': journal.lessonPlan,
  'journal.setTopic': journal.setTopic,
  'journal.setNote': journal.setNote,
  'journal.unfilled': journal.unfilled,
  'journal.unfilledLessons': journal.unfilledLessons,

  'marks.set': marks.setMark,
  'marks.setMany': marks.setMarks,
  'marks.addWork': marks.addWork,
  'marks.changeWork': marks.changeWork,
  'marks.removeWork': marks.removeWork,
  'marks.history': marks.cellHistory,

  'attendance.set': attendance.setAttendance,
  'attendance.setMany': attendance.setManyAttendances,
  'attendance.rollCall': attendance.rollCall,
  'attendance.absentees': attendance.absentees,

  'exchange.upload': exchange.upload,
  'exchange.preview': exchange.preview,
  'exchange.problems': exchange.problems,
  'exchange.setColumns': exchange.setColumns,
  'exchange.import': exchange.importList,
  'exchange.undo': exchange.undoImport,
  'exchange.imports': exchange.imports,
  'exchange.template': exchange.template,
  'exchange.export': exchange.exportList,
  'exchange.exportJson': exchange.exportJson,

  'homework.set': homework.setHomework,
  'homework.remove': homework.removeHomework,
  'homework.addFile': homework.addFile,
  'homework.file': homework.readFile,

  'diary.week': diary.diaryWeek,
  'diary.marks': diary.diaryMarks,
  'diary.timetable': diary.diaryTimetable,

  'notifications.list': notifications.notices,
  'notifications.read': notifications.readNotices,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type CommandName = { [N in OperationName]: Operations[N]['kind'] extends 'command' ? N : never }[OperationName]
export type QueryName = Exclude<OperationName, CommandName>
export type Input<N extends OperationName> = InputOf<Operations[N]>
export type Output<N extends OperationName> = OutputOf<Operations[N]>
export type SubjectKindOf<N extends OperationName> = SubjectOf<Operations[N]>
