export const sentences = {
  'notifications.list': () => 'открыл(а) уведомления',
  'notifications.read': () => 'прочитал(а) уведомления',
}
