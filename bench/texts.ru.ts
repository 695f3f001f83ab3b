/** Figures of the bench in Russian, by their English names. */
export const figures: Readonly<Record<string, string>> = {
  'CPU: journal page': 'Процессор: страница журнала',
  'CPU: journal page, changed since': 'Процессор: страница журнала, прочитанная заново',
  'CPU: saving a mark': 'Процессор: запись отметки',
  'CPU: diary week': 'Процессор: неделя дневника',
  'CPU: diary week, changed since': 'Процессор: неделя дневника, прочитанная заново',
  'CPU: roll call of 25': 'Процессор: перекличка 25 учеников',
  'Saving a mark: throughput, 8 clients': 'Запись отметок: 8 клиентов',
  'Saving a mark: p99, 1 client': 'Запись отметки: p99, 1 клиент',
  'Journal page: SQL round trips': 'Страница журнала: обращений к базе',
  'Journal page: p95, 1 client': 'Страница журнала, прочитанная заново: p95, 1 клиент',
  'Diary week: p95, 1 client': 'Неделя дневника, прочитанная заново: p95, 1 клиент',
  'Diary weeks: throughput, 32 clients': 'Недели дневника: 32 клиента',
  'Diary weeks changed since: throughput, 32 clients': 'Недели дневника, прочитанные заново: 32 клиента',
  'Memory of server and database, the most': 'Память сервера и базы, наибольшая',
  'Journal page: compressed': 'Страница журнала в сжатом виде',
  'Journal: usable after a warm navigation': 'Журнал готов к работе после перехода',
  'Key to paint: median, CPU slowed 4×': 'От клавиши до экрана: медиана, процессор медленнее в 4 раза',
  'Key to paint: p95, CPU slowed 4×': 'От клавиши до экрана: p95, процессор медленнее в 4 раза',
  'Diary: scripts, gzip': 'Дневник: скрипты, gzip',
  'Diary: scripts not precompressed': 'Дневник: несжатых скриптов',
  'Growth to 20 schools: journal page': 'Рост до 20 школ: страница журнала',
  'Growth to 20 schools: saving a mark': 'Рост до 20 школ: запись отметки',
  'Growth to 20 schools: diary week': 'Рост до 20 школ: неделя дневника',
  'Import: people in the list': 'Импорт: людей в списке',
  'Import: read, proved and brought in': 'Импорт: прочитан, проверен и загружен',
  'Import: taken back': 'Импорт: отменён целиком',
  'People list: usable after a warm navigation': 'Список людей готов к работе после перехода',
  'People list: key in search to painted list, CPU slowed 4×':
    'От буквы в поиске до списка на экране: процессор медленнее в 4 раза',
  'Start: from git clone': 'Запуск: от git clone',
  'Start: later': 'Запуск: следующие',
}
const units: Readonly<Record<string, string>> = { ms: 'мс', s: 'с', '/s': '/с', MiB: 'МиБ', KB: 'КБ', '×': '×', '': '' }
export const unit = (unit: string): string => units[unit] ?? unit
export const goal = (goal: string): string => goal.replace(/of floor/, 'предела')
export const heads = ['показатель', 'значение', 'нижняя граница', 'цель', '']
export const verdicts = { met: 'да', missed: '**нет**' }
