import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a vendor's folder says that the mini-program must declare, in its `onPhone.json`; most say nothing. */
interface OnPhone {
  /** Alias of a plugin → which one it is. */
  plugins?: Record<string, { version: string; provider: string }>
  /** By environment: mini-programs that open on top of ours. */
  embedded?: Record<string, string>
}

const folder = path.resolve('cloudfunctions/vendors')

/** The files that say it: data alone, so that no code of a driver gets into the mini-program. */
export const onPhoneFiles: readonly string[] = readdirSync(folder)
  .sort()
  .map(vendor => path.join(folder, vendor, 'onPhone.json'))
  .filter(file => existsSync(file))

const all = onPhoneFiles.map(file => JSON.parse(readFileSync(file, 'utf8')) as OnPhone)

export const vendorPlugins = Object.assign({}, ...all.map(({ plugins }) => plugins)) as NonNullable<
  OnPhone['plugins']
>

export const vendorMiniPrograms: string[] = all.flatMap(({ embedded = {} }) => Object.values(embedded))
