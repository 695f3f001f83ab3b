// Runs before the first paint, so that a dark page never flashes white. The same rules live in web/ui/theme.ts.
;(function () {
  var root = document.documentElement
  var dark = window.matchMedia('(prefers-color-scheme: dark)')
  function apply() {
    var chosen = null
    try {
      chosen = localStorage.getItem('zvonok.theme')
    } catch (_) {}
    var theme = chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light'
    root.setAttribute('data-theme', theme)
    var bar = document.querySelector('meta[name="theme-color"]')
    if (bar) bar.setAttribute('content', theme === 'dark' ? '#1d2126' : '#ffffff')
  }
  apply()
  dark.addEventListener('change', apply)
  window.addEventListener('storage', apply)
  window.addEventListener('zvonok:theme', apply)
})()
