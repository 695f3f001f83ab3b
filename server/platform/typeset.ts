import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** The process that `pdf.ts` starts: reads a template and its data, writes the PDF, and is gone with all the memory it took. */
const { template, data, codes } = JSON.parse(await text(process.stdin)) as Form
type Form = { template: string; data: unknown; codes: readonly string[] }

const fontsOf = (family: string) => dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/package.json`)))
const workspace = join(import.meta.dirname, 'typst') // nothing lies there: a template reads what it is given and nothing else
// Fonts are named, so that a form looks alike on every server.
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: [fontsOf('pt-sans'), fontsOf('pt-serif')] }],
})
const give = (name: string, what: unknown) => compiler.mapShadow(join(workspace, name), Buffer.from(JSON.stringify(what)))
give('data.json', data)
give('codes.json', await picturesOf(codes))
const compiled = compiler.compile({ mainFileContent: template })
if (compiled.hasError() || !compiled.result) {
  const found = compiled.takeDiagnostics()
  console.error(JSON.stringify(found ? compiler.fetchDiagnostics(found) : 'no diagnostics'))
  process.exit(1)
}
process.stdout.write(compiler.pdf(compiled.result))

async function picturesOf(texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return []
  const { default: drawer } = await import('qrcode')
  return Promise.all(texts.map((one) => drawer.toString(one, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })))
}
