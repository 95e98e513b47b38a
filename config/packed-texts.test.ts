import path from 'node:path'
import { transformSync } from '@babel/core'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'en' }) },
}))

/** What the build makes of a file of texts. */
function built(source: string): string {
  const { code } =
    transformSync(source, {
      babelrc: false,
      configFile: false,
      filename: 'texts.ts',
      parserOpts: { plugins: ['typescript'] },
      plugins: [path.join(__dirname, 'packed-texts.cjs')],
    }) ?? {}
  return code ?? ''
}

/** The room that it exports. */
function room(source: string): ReturnType<typeof import('../miniprogram/i18n').defineTexts> {
  const { defineTexts } = require('../miniprogram/i18n')
  return new Function('defineTexts', `${built(source).replace(/[\s\S]*export const \w+ =/, 'return')}`)(
    defineTexts,
  )
}

const source = `
const zh = { title: '标题', 'left.days': '{n} ' + '天', last: '' } satisfies Record<string, string>
const en: Record<keyof typeof zh, string> = { last: '', 'left.days': '{n} days', title: 'Title' }
export const timeText = defineTexts({ zh, en })
`

test('keys stand once, and each language in their order', () => {
  expect(built(source)).toMatch(
    /defineTexts\(\{\s*keys: "title\|left\.days\|last",\s*zh: ".+\|",\s*en: "Title\|\{n\} days\|"\s*\}\)/,
  )
})

test('what was packed speaks as what was written', () => {
  const text = room(source)
  expect([text('title'), text('left.days', { n: 3 }), text('last')]).toEqual(['Title', '3 days', ''])
  expect([text.has('left.days'), text.has('left'), text.has('toString')]).toEqual([true, false, false])
  expect(text.dictionary).toEqual({
    zh: { title: '标题', 'left.days': '{n} 天', last: '' },
    en: { title: 'Title', 'left.days': '{n} days', last: '' },
  })
})

test.each([
  ['a text with what stands between two', `const zh = { a: 'b|c' }; const en = { a: 'd' }`],
  ['a text that is not known to the build', `const zh = { a: said() }; const en = { a: 'd' }`],
  ['texts from elsewhere', `const zh = { ...more }; const en = { a: 'd' }`],
])('a build fails by %s', (_what, tables) => {
  expect(() => built(`${tables}; export const text = defineTexts({ zh, en })`)).toThrow('A text')
})
