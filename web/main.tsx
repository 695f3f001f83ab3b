import './oldBrowsers.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { openOutbox } from './platform/outbox.ts'
import { startServiceWorker } from './platform/serviceWorker.ts'
import { openSession } from './platform/sessionActions.ts'

void openSession()
openOutbox()
startServiceWorker()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
