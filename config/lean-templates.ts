import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** Attributes of each component, as Taro's templates and its runtime know them: `hover-class`, `bindTouchStart`. */
export type Components = Record<string, Record<string, unknown>>

interface WeappPlatform {
  runtimePath: string | string[]
  template: { internalComponents: Components }
}

const runtime = path.resolve('dist/.attributes-in-use.js')

/**
 * A Taro plugin: takes attributes out of the compiled templates that no page names, and tells the runtime the same,
 * which numbers them. Not while watching: the next change might name one.
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: WeappPlatform) {
      if (process.argv.includes('--watch')) return
      const kept = keepInUse(platform.template.internalComponents, wordsOfPages())
      mkdirSync(path.dirname(runtime), { recursive: true })
      writeFileSync(runtime, runtimeOf(kept))
      platform.runtimePath = [platform.runtimePath, `post:${runtime}`].flat()
    },
  })
}

export function wordsOfPages(): ReadonlySet<string> {
  const files = readdirSync('miniprogram', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
  return wordsOf(files.map(file => readFileSync(file, 'utf8')))
}

function runtimeOf(kept: readonly string[]): string {
  return `import { internalComponents } from '@tarojs/shared'
const kept = new Set(${JSON.stringify(kept.join(' '))}.split(' '))
for (const attributes of Object.values(internalComponents))
  for (const name of Object.keys(attributes)) if (!kept.has(name)) delete attributes[name]
`
}

/** Words of the pages, each as `normal` writes it. */
export function wordsOf(sources: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const source of sources)
    for (const [word] of source.matchAll(/[A-Za-z][\w-]*/g)) words.add(normal(word))
  return words
}

/**
 * Takes away what no page names anywhere: it stands in the template of every level, and in the main package. Whatever
 * might be one of its names is enough to stay. Returns the names that stayed.
 */
export function keepInUse(components: Components, words: ReadonlySet<string>): string[] {
  const kept = new Set<string>()
  for (const attributes of Object.values(components)) {
    for (const name of Object.keys(attributes)) {
      if (isNamed(name, words)) kept.add(name)
      else delete attributes[name]
    }
  }
  return [...kept].sort()
}

function isNamed(name: string, words: ReadonlySet<string>): boolean {
  // Taro makes its template that holds back scrolling (`catchMove`) out of this one.
  if (name === 'bindTouchMove' || name.startsWith('$')) return true
  // The template of a long tap listens to a long press.
  if (name === 'bindLongTap' && words.has('onlongpress')) return true
  return words.has(normal(name).replace(/^bind/, 'on'))
}

const normal = (name: string): string => name.replaceAll('-', '').toLowerCase()
