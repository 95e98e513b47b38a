import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { packWeapp } from './pack'
import { nativeFixture } from './testing/open-fixture'
import { wxssToCss } from './wxss'

function packageOf(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'pack-'))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
    writeFileSync(path.join(dir, file), content)
  }
  return dir
}

test('a package without mistakes has no problems and lists its files', () => {
  const { problems, files } = packWeapp(nativeFixture)
  expect(problems).toEqual([])
  expect(files).toContain('pages/home/index.wxml')
})

test('a template mistake is reported with file, line and column', () => {
  const dir = packageOf({ 'app.json': '{"pages":["p"]}', 'p.wxml': '<view>\n{{ a b }}</view>' })
  expect(packWeapp(dir).problems).toEqual([expect.stringMatching(/^p\.wxml:2:\d+: /)])
})

test('broken JSON and a missing app.json are reported', () => {
  const problems = packWeapp(packageOf({ 'p.json': '{' })).problems
  expect(problems).toEqual([expect.stringMatching(/^p\.json: /), 'app.json: missing'])
})

const css = (text: string, scope?: string) => wxssToCss('a.wxss', () => text, scope).replace(/\s+/g, ' ')

test('wxss: tags get their prefix, classes, pseudo-classes and strings do not', () => {
  expect(css('page>view.view:first-child, .a[data-x="text"]::before{content:"text"}')).toBe(
    'wx-page>wx-view.view:first-child, .a[data-x="text"]::before{content:"text"}',
  )
})

test('wxss: rpx becomes a share of the width, keyframes keep their names', () => {
  expect(css('@keyframes k{from{top:-1.5rpx}to{top:0}}')).toBe(
    '@keyframes k{from{top:calc(-1.5 * var(--rpx))}to{top:0}}',
  )
})

test('wxss: imports are inlined and a component’s classes are scoped', () => {
  const files: Record<string, string> = { 'a/b.wxss': '@import "../c.wxss";', 'c.wxss': '.x .y{color:red}' }
  expect(wxssToCss('a/b.wxss', file => files[file] ?? '', 'c0')).toBe('.c0--x .c0--y{color:red}')
})
