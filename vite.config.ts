import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** School computers live long: Windows 7 ends at Chrome 109, many phones at Safari 16. */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16']

export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  publicDir: 'public',
  plugins: [
    react(),
    VitePWA({
      strategies: 'generateSW',
      // An update that reloads by itself would eat what is being typed.
      registerType: 'prompt',
      injectRegister: null,
      includeAssets: ['theme.js', 'icon.svg', 'icon-*.png'],
      manifest: {
        name: 'Звонок',
        short_name: 'Звонок',
        description: 'Электронный журнал и дневник школы',
        lang: 'ru',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f4f6f8',
        theme_color: '#f4f6f8',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
        importScripts: ['/noticeClick.js'],
        // Personal answers never enter the worker's cache: no runtime caching at all.
        runtimeCaching: [],
      },
    }),
  ],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    // data: addresses are not allowed by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read and removed by scripts/build.ts.
    manifest: true,
  },
  server: { proxy: { '/api': process.env.ZVONOK_API ?? 'http://127.0.0.1:3000' } },
})
