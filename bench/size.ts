import { open } from './client.ts'
import { findFixture } from './fixture.ts'
import { scenarios } from './scenarios.ts'
import type { Measured } from './serverProcess.ts'
import { atMost, type Row } from './table.ts'

/** How the journal page of 30 × 100 travels. */
export async function measureSize(server: Measured): Promise<Row[]> {
  const connection = open(server.address)
  const { bytes } = await connection.send(scenarios.page(await findFixture(server.ownerUrl), 0, 1)())
  connection.close()
  return [atMost('Journal page: compressed', bytes / 1000, 'KB', 20)]
}
