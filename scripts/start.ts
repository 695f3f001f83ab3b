import { buildWebApart, webIsFresh } from '#scripts/webBuild.ts'

if (!webIsFresh()) await buildWebApart()
await import('#server/main.ts')
