import { createHash } from 'node:crypto'
import { JSDOM } from 'jsdom'
import { html } from './kit/html'
import { frame } from './kit/page'
import { simulatedVendors } from './registry'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

function directive(csp: string, name: string): string[] {
  const [, ...values] = (csp.split('; ').find(each => each.startsWith(`${name} `)) ?? '').split(' ')
  return values
}

/** A browser would leave out what the policy does not name; jsdom, in which the pages are tested, would not. */
function expectNamed(markup: string, csp: string): void {
  const { document } = new JSDOM(markup).window
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(each => hash(each.textContent ?? ''))
  expect(directive(csp, 'style-src')).toEqual(texts('style'))
  const scripts = texts('script:not([type])')
  expect(directive(csp, 'script-src')).toEqual(scripts.length > 0 ? scripts : ["'none'"])
  expect(directive(csp, 'frame-ancestors')).toEqual(['http://127.0.0.1:*', 'http://localhost:*'])
  expect(document.querySelectorAll('[style], [src]:not(img), link[rel=stylesheet]')).toHaveLength(0)
}

test.each(simulatedVendors)(
  'the pages of $name hold what their policy names, and nothing else',
  async ({ start }) => {
    const simulator = await start({ host: '127.0.0.1', port: 0 })
    const answer = await fetch(simulator.url)
    await simulator.close()
    expectNamed(await answer.text(), answer.headers.get('content-security-policy') ?? '')
  },
)

test('a theme is one more style sheet, and several scripts are one', () => {
  const folder = `${__dirname}/qiyuesuo/pages`
  const scripts = ['plugin-page.client.js', 'person-page.client.js']
  const { markup, csp } = frame({
    title: '<b>',
    body: html`<p>${'<i>'}</p>`,
    folder,
    scripts,
    theme: ':root{--brand:red}',
    look: 'form',
  })
  expectNamed(markup, csp)
  expect(directive(csp, 'style-src')).toHaveLength(4)
  expect(directive(csp, 'script-src')).toHaveLength(1)
  expect(new JSDOM(markup).window.document.title).toBe('<b>')
})
