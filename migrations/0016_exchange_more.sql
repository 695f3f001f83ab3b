-- Taking an import of two thousand people back asks of each whether marks, absences or notices hang on them. Without these the question is
-- a walk over all of them: at a million marks more than a minute, with them some seconds. Seven bytes a row.
create index mark_student on mark (school_id, student_id);
create index absence_student on absence (school_id, student_id);
create index notice_student on notice (school_id, student_id);
