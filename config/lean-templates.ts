import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import * as shared from '@tarojs/shared'

/** Attributes of each component, as Taro's templates and its runtime know them: `hover-class`, `bindTouchStart`. */
export type Components = Record<string, Record<string, unknown>>

interface WeappPlatform {
  template: {
    internalComponents: Components
    nestElements: Map<string, number>
    buildTemplate(...components: unknown[]): string
  }
}

/** What stands in the place of `@tarojs/shared/dist/components.js` (lean-components.cjs). */
export const componentsFile = path.resolve('dist/.components.js')

/**
 * How deep these stand in their own kind: each level is a template of its own, and what is deeper is not drawn. In a
 * sheet that scrolls there are chips that scroll.
 */
export const deepest: Readonly<Record<string, number>> = {
  text: 2,
  'static-text': 2,
  label: 1,
  'scroll-view': 2,
}

/**
 * A Taro plugin: takes components and attributes out of the compiled templates that no page names. Not while watching:
 * the next change might name one. The runtime, which numbers them, is told what there is; Taro would have it know every
 * component of WeChat's and work that out on each phone.
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }: WeappPlatform) {
      if (!process.argv.includes('--watch')) {
        keepInUse(template.internalComponents, wordsOfPages())
        for (const [name, levels] of Object.entries(deepest)) template.nestElements.set(name, levels)
        const written = template.buildTemplate
        template.buildTemplate = (...components) => withoutGaps(written(...components))
      }
      mkdirSync(path.dirname(componentsFile), { recursive: true })
      writeFileSync(componentsFile, moduleOf(template.internalComponents))
    },
  })
}

/** Taro's own option for this takes the ends of `<input></input>` away, which WeChat wants. */
export function withoutGaps(wxml: string): string {
  return wxml.replace(/\s+</g, '<').replace(/>\s+/g, '>').replace(/\s+/g, ' ')
}

export function wordsOfPages(): ReadonlySet<string> {
  const files = readdirSync('miniprogram', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
  return wordsOf(files.map(file => readFileSync(file, 'utf8')))
}

/** The module of Taro's with these components. Of their attributes the runtime looks at the names, of events at none. */
function moduleOf(components: Components): string {
  const named = Object.entries(components).map(([name, attributes]) => [
    name,
    Object.fromEntries(
      Object.keys(attributes).flatMap(each => (each.startsWith('bind') ? [] : [[each, '']])),
    ),
  ])
  const { animation, touchEvents, controlledComponent, focusComponents, voidElements, nestElements } = shared
  const json = (value: unknown) => JSON.stringify(value)
  return `export const internalComponents = ${json(Object.fromEntries(named))}
export const controlledComponent = /*#__PURE__*/ new Set(${json([...controlledComponent])})
export const focusComponents = /*#__PURE__*/ new Set(${json([...focusComponents])})
export const voidElements = /*#__PURE__*/ new Set(${json([...voidElements])})
export const nestElements = /*#__PURE__*/ new Map(${json([...nestElements])})
export const animation = ${json(animation)}
export const touchEvents = ${json(touchEvents)}
export const singleQuote = ${shared.singleQuote}
`
}

/** Words of the pages, each as it is and as `normal` writes it. */
export function wordsOf(sources: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const source of sources)
    for (const [word] of source.matchAll(/[A-Za-z][\w-]*/g)) words.add(word).add(normal(word))
  return words
}

/** Taro makes variants of these for itself. */
const always = new Set(['View', 'Text', 'Image'])

/**
 * Takes away what no page names anywhere: it stands in the template of every level, and in the main package. Whatever
 * might be one of its names is enough to stay.
 */
export function keepInUse(components: Components, words: ReadonlySet<string>): void {
  for (const [component, attributes] of Object.entries(components)) {
    if (!always.has(component) && !words.has(component)) delete components[component]
    for (const name of Object.keys(attributes)) if (!isNamed(name, words)) delete attributes[name]
  }
}

function isNamed(name: string, words: ReadonlySet<string>): boolean {
  // Taro makes its template that holds back scrolling (`catchMove`) out of this one.
  if (name === 'bindTouchMove' || name.startsWith('$')) return true
  // The template of a long tap listens to a long press.
  if (name === 'bindLongTap' && words.has('onlongpress')) return true
  return words.has(normal(name).replace(/^bind/, 'on'))
}

const normal = (name: string): string => name.replaceAll('-', '').toLowerCase()
