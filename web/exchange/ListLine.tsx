import { IconBraces, IconDots, IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import type { Kind } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import { call } from '#web/platform/client.ts'
import { useCan } from '#web/platform/session.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { bytesOf, download, downloadJson } from './download.ts'
import styles from './ListsScreen.module.css'
import * as texts from './texts.ru.ts'

const formats = ['xlsx', 'csv'] as const
type Format = (typeof formats)[number]
const school = { kind: 'school' } as const

/** One list: what it is, how many rows of it stand, and the ways in and out. */
export function ListLine({ kind, rows }: { kind: Kind; rows: number }) {
  const can = useCan()
  const name = kindNames[kind]
  const take = async (what: 'template' | 'export', format: Format) => {
    try {
      if (what === 'template') {
        const made = await call('exchange.template', { kind, format })
        return download(made.name, made.mediaType, bytesOf(made.content))
      }
      const made = await call('exchange.export', { kind, format })
      download(made.name, made.mediaType, bytesOf(made.content))
      toast(texts.hub.taken(name, made.rows))
    } catch (error) {
      toast(sentenceOf(error as Error))
    }
  }
  const takeJson = async () => {
    try {
      const made = await call('exchange.exportJson', { kinds: [kind] })
      downloadJson(`${name} ${made.takenOn}`, made)
      toast(texts.hub.taken(name, made.manifest[0]!.rows))
    } catch (error) {
      toast(sentenceOf(error as Error))
    }
  }
  return (
    <li className={styles.line}>
      <div className={styles.text}>
        <div className={styles.name}>{name}</div>
        <div className={styles.about}>{texts.hints[kind]}</div>
      </div>
      <span className={styles.standing}>{rows > 0 ? texts.hub.standing(rows) : texts.hub.none}</span>
      <div className={styles.actions}>
        {can('exchange.preview', school) && (
          <ButtonLink href={`/school/import/${kind}`} size="s">
            {can('exchange.import', school) ? texts.hub.load : texts.hub.prove}
          </ButtonLink>
        )}
        <Menu label={texts.hub.actions(name)} trigger={<IconDots size={18} aria-hidden />}>
          {(close) => (
            <>
              {formats.map((format) => (
                <MenuItem
                  key={`template ${format}`}
                  icon={<IconFileSpreadsheet size={18} stroke={1.6} aria-hidden />}
                  onClick={() => {
                    close()
                    void take('template', format)
                  }}
                >
                  {texts.hub.template[format]}
                </MenuItem>
              ))}
              {rows > 0 &&
                formats.map((format) => (
                  <MenuItem
                    key={`export ${format}`}
                    icon={<IconDownload size={18} stroke={1.6} aria-hidden />}
                    onClick={() => {
                      close()
                      void take('export', format)
                    }}
                  >
                    {texts.hub.export[format]}
                  </MenuItem>
                ))}
              {rows > 0 && (
                <MenuItem
                  icon={<IconBraces size={18} stroke={1.6} aria-hidden />}
                  onClick={() => {
                    close()
                    void takeJson()
                  }}
                >
                  {texts.hub.exportJson}
                </MenuItem>
              )}
            </>
          )}
        </Menu>
      </div>
    </li>
  )
}
