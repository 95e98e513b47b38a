import path from 'node:path'
import { transformSync } from '@babel/core'
import postcss from 'postcss'
import { asWritten, namesOf, withClasses } from './short-names.cjs'

const sheet = `
.p-bar { --danger: red; --bar-height: 2px; color: var(--danger); height: calc(2 * var(--bar-height)) }
.p-bar__tap--danger, .p-bar--danger > .p-bar__tap:first-child { margin: 0 }
.own { --other: 1px }
`
const names = namesOf([sheet])

function inPage(source: string): string {
  const plugins = [[path.join(__dirname, 'short-names-babel.cjs'), { names }]]
  return transformSync(source, { babelrc: false, configFile: false, plugins })?.code ?? ''
}

test('a sheet and a page have the same short names; modifiers stay', async () => {
  const inSheet = require('./short-names-postcss.cjs')({ names })
  const { css } = await postcss([inSheet]).process(sheet, { from: undefined })
  expect(css).toBe(`
.a { --b: red; --a: 2px; color: var(--b); height: calc(2 * var(--a)) }
.b--danger, .a--danger > .b:first-child { margin: 0 }
.own { --c: 1px }
`)
  expect(inPage("classes('p-bar', { 'p-bar__tap--danger': on })")).toBe(
    'classes("a", {\n  "b--danger": on\n});',
  )
  expect(inPage(`\`p-bar p-bar__tap--\${kind} \\n\``)).toBe(`\`a b--\${kind} \\n\`;`)
  expect(inPage(`\`--bar-height: \${n}px; color: var(--danger)\``)).toBe(`\`--a: \${n}px; color: var(--b)\`;`)
})

test('what only looks like a name of a sheet stays', () => {
  const others = [`\`\${base}--danger\``, '"p-barrier"', '"step-bar p-other"', '"#p-bars"', '"--danger"']
  for (const source of others) expect(inPage(source)).toBe(`${source};`)
})

test('a build fails by a name of an element that is put together: nobody could shorten it', () => {
  expect(() => inPage(`\`p-bar__\${part}\``)).toThrow('modifier')
})

test('a selector goes to the phone and comes back', () => {
  const selector = '#bar > .p-bar--danger.p-bar__tap, .own'
  expect(withClasses(names, selector)).toBe('#bar > .a--danger.b, .own')
  expect(asWritten(names, withClasses(names, selector))).toBe(selector)
})

test('names go on after the alphabet', () => {
  const many = Array.from({ length: 703 }, (_, n) => `.c-n${String(n).padStart(3, '0')}{}`).join('')
  const short = [...namesOf([many]).classes.values()]
  expect([short[0], short[25], short[26], short[701], short[702]]).toEqual(['a', 'z', 'aa', 'zz', 'aaa'])
  expect(new Set(short).size).toBe(703)
})
