export const sentences = {
  'diary.week': () => 'открыл(а) неделю дневника',
  'diary.marks': () => 'открыл(а) отметки дневника',
  'diary.timetable': () => 'открыл(а) расписание дневника',
}
