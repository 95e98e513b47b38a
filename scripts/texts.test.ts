import ts from 'typescript'
import { unusedTexts } from './texts'

/** As much of the language and of `miniprogram/i18n` as the examples need. */
const basis = {
  '/lib.d.ts': `
    interface Array<T> { [index: number]: T; length: number }
    interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
    interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
    type Record<K extends string, T> = { [P in K]: T }`,
  '/i18n.ts': `
    export declare function defineTexts<Z extends Record<string, string>>(own: { zh: Z; en: Record<keyof Z & string, string> }): (key: keyof Z & string) => string
    export type KeyOf<T> = T extends (key: infer K) => string ? K : never`,
  '/board/texts.ts': `
    import { defineTexts } from '../i18n'
    const zh = { title: '标题', 'state.open': '开', 'state.closed': '关', 'state.closed.note': '已关' }
    export const boardText = defineTexts({ zh, en: zh })`,
}

function unused(files: Record<string, string>): string[] {
  const sources: Record<string, string> = { ...basis, ...files }
  const options = {
    noLib: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  }
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    fileExists: file => file in sources,
    directoryExists: () => true,
    readFile: file => sources[file],
    getSourceFile: (file, target) => ts.createSourceFile(file, sources[file] ?? '', target, true),
    getCurrentDirectory: () => '/',
  }
  const program = ts.createProgram(Object.keys(sources), options, host)
  expect(program.getSemanticDiagnostics().map(each => each.messageText)).toEqual([])
  return unusedTexts(program).map(each => each.replace(/^.*: /, ''))
}
const asks = (text: string) => ({ '/board/index.ts': `import { boardText } from './texts'\n${text}` })
const all = `boardText('title'); boardText('state.open'); boardText('state.closed'); boardText('state.closed.note')`

test('a text that is asked for by its key is of use, and one nobody asks for is named', () => {
  expect(unused(asks(all))).toEqual([])
  expect(unused(asks(all.replace(`boardText('title');`, '')))).toEqual([`boardText 'title'`])
})

test('a template asks for what it may become, and for nothing longer', () => {
  const text = `
    declare const state: 'open' | 'closed'
    export const found = [boardText('title'), boardText(\`state.\${state}\`)]`
  expect(unused(asks(text))).toEqual([`boardText 'state.closed.note'`])
})

test('either way of a choice is asked for', () => {
  const text = `
    declare const late: boolean
    export const found = [boardText('title'), boardText(late ? 'state.closed' : 'state.open')]`
  expect(unused(asks(text))).toEqual([`boardText 'state.closed.note'`])
})

test('a key in a table asks for its text, in whichever file the table stands', () => {
  const words = `
    import type { KeyOf } from '../i18n'
    import type { boardText } from './texts'
    export interface Line { id: string; text: KeyOf<typeof boardText> }`
  const table = `
    import type { Line } from './words'
    export const lines: Line[] = [{ id: 'state.closed.note', text: 'state.open' }]`
  const page = asks(`
    import { lines } from './table'
    export const found = boardText(lines[0].text)`)
  expect(unused({ ...page, '/board/words.ts': words, '/board/table.ts': table })).toEqual([
    `boardText 'title'`,
    `boardText 'state.closed'`,
    `boardText 'state.closed.note'`,
  ])
})

test('the same word said elsewhere asks for nothing', () => {
  const text = `
    export const id = 'title'
    export const same = (word: string) => word === 'state.open'
    declare const kind: 'state.closed' | 'other'
    export const at = { 'state.closed.note': kind }`
  expect(unused(asks(`boardText;${text}`))).toHaveLength(4)
})

test('what only a test asks for is of no use', () => {
  const page = asks(all.replace(`boardText('title');`, ''))
  const tested = { '/board/index.test.ts': `import { boardText } from './texts'\nboardText('title')` }
  expect(unused({ ...page, ...tested })).toEqual([`boardText 'title'`])
})
