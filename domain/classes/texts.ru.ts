export const sentences = {
  'classes.list': () => 'открыл(а) списки классов',
}
