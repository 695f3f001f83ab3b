export const sentences = {
  'readiness.board': () => 'открыл(а) готовность к учебному году',
  'readiness.declarePaperless': ({ since }: { since?: string | null }) =>
    since
      ? `записал(а) отказ от бумажных журналов с ${since.split('-').reverse().join('.')}`
      : 'отменил(а) запись об отказе от бумажных журналов',
  'readiness.usage': () => 'открыл(а) статистику журнала',
  'readiness.tasks': () => 'посмотрел(а) свои задачи',
}
