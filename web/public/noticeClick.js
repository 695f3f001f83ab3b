// A notice that is pressed leads to the app: to the page that is open, or to a new one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients
      .matchAll({ type: 'window', includeUncontrolled: true })
      .then((pages) => (pages.length > 0 ? pages[0].focus() : self.clients.openWindow('/'))),
  )
})
