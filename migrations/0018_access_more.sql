-- Who is missing today: lessons of a day, of every class at once.
create index lesson_of_day on lesson (school_id, date) where not cancelled;
