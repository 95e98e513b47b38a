import { readFileSync } from 'node:fs'
import { saidAnyway, unsaidWords } from './words'

const words = unsaidWords(readFileSync('docs/design-language.md', 'utf8'))
const page = 'miniprogram/pages/home/texts.ts'
const said = (text: string, file = page) => saidAnyway(file, text, words).map(each => each.split(' says ')[1])

test('the document lists what is not said', () => {
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['厂商', '认证单', 'vendor']))
  expect(() => unsaidWords('# nothing')).toThrow(/no table/)
})

test('a word that is not to be said is found, with what to say instead', () => {
  expect(said("const zh = { a: '由厂商核验' }")).toEqual(['厂商: say 认证机构'])
  expect(said("const en = { a: 'The Vendor checks' }")).toEqual(['vendor: say provider'])
})

test('names of texts, of parameters and of code are no texts', () => {
  expect(said("const zh = { 'filter.vendor': '由{vendor}核验' }")).toEqual([])
  expect(said("import { vendor } from './vendor'", 'miniprogram/pages/home/index.tsx')).toEqual([])
  expect(said("const kind = 'vendor'", 'miniprogram/pages/home/index.tsx')).toEqual([])
})

test('operators read one word more', () => {
  const text = "const zh = { a: '这张认证单' }"
  expect(said(text)).toEqual(['认证单: say 认证'])
  expect(said(text, 'miniprogram/packages/workplace/home/texts.ts')).toEqual([])
})
