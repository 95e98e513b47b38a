import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A package whose code is in a bundle. */
interface Notice {
  name: string
  version: string
  /** SPDX, as the package says it; '' when it does not. */
  licence: string
  /** Of its licence file; '' when it has none. */
  text: string
}

/** The folder of the package a file belongs to, relative to the root of the project; null: it is ours. */
export function packageOf(file: string): string | null {
  const parts = file.split(/[\\/]/)
  const at = parts.lastIndexOf('node_modules')
  if (at < 0) return null
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2
  return parts.slice(0, at + length).join('/')
}

/** Of the packages the files belong to, by name and version, each once. */
export function noticesOf(files: Iterable<string>): Notice[] {
  const folders = new Set([...files].flatMap(file => packageOf(file) ?? []))
  const notices = [...folders].map(readNotice)
  const byName = new Map(notices.map(each => [`${each.name}@${each.version}`, each]))
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

/** dist/notices/<bundle>.txt, of the files that are in it. */
export async function writeNotices(bundle: string, files: Iterable<string>): Promise<void> {
  await mkdir('dist/notices', { recursive: true })
  await writeFile(`dist/notices/${bundle}.txt`, noticesText(bundle, noticesOf(files)))
}

function noticesText(title: string, notices: readonly Notice[]): string {
  const list = notices.map(({ name, version, licence }) => `${name} ${version}  ${licence}`)
  const texts = notices.map(
    ({ name, version, licence, text }) => `${name} ${version}\n${text || `Licence: ${licence}`}`,
  )
  return `${[`${title}: ${notices.length} packages`, list.join('\n'), ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function readNotice(folder: string): Notice {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  const file = readdirSync(folder).find(each => /^licen[cs]e(\.(md|txt))?$/i.test(each))
  return {
    name,
    version,
    licence: textOf(license) || textOf(licenses?.[0]),
    text:
      file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8').trim() : '',
  }
}

/** Old packages write `{ type: 'MIT' }`. */
function textOf(licence: unknown): string {
  if (typeof licence === 'string') return licence
  return typeof licence === 'object' && licence !== null && 'type' in licence ? String(licence.type) : ''
}
