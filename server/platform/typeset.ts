import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** The process that `pdf.ts` starts: reads a template and its data, writes the PDF, and is gone with all the memory it took. */
const { template, data } = JSON.parse(await text(process.stdin)) as { template: string; data: unknown }

const fontsOf = (family: string) => dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/package.json`)))
const workspace = join(import.meta.dirname, 'typst') // nothing lies there: a template reads what it is given and nothing else
// Fonts are named, so that a form looks alike on every server.
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: [fontsOf('pt-sans'), fontsOf('pt-serif')] }],
})
compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)))
const compiled = compiler.compile({ mainFileContent: template })
if (compiled.hasError() || !compiled.result) {
  const found = compiled.takeDiagnostics()
  console.error(JSON.stringify(found ? compiler.fetchDiagnostics(found) : 'no diagnostics'))
  process.exit(1)
}
process.stdout.write(compiler.pdf(compiled.result))
