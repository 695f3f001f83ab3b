import { sql, type Tx } from '#server/platform/db.ts'

/** What was read of files stays an hour; of the upload its name stays, so that whoever comes late is told why. */
export const forgetUploads = (tx: Tx): Promise<number> =>
  tx.run(sql`
    update import_upload set sheets = '' where school_id = current_school() and at < now() - interval '1 hour' and sheets <> ''`)
