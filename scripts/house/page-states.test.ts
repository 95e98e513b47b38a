import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The five states of every page that an end user sees, by the id each shows: `-` where a page cannot be in it, with the
 * reason beside. Offline is an error like any other and must be said in the same place. docs/design-language.md
 */
const pages: Readonly<Record<string, { loading: string; empty: string; error: string; done: string }>> = {
  'pages/home': { loading: 'loading', empty: 'start', error: 'config-failed', done: 'resume' },
  'pages/records': { loading: 'loading', empty: 'empty', error: 'failed', done: 'list' },
  // It only leads on: what it shows at all is that it does, or why it does not.
  'pages/scan': { loading: 'opening', empty: '-', error: 'retry', done: '-' },
  'packages/verify/person': { loading: 'loading', empty: 'closed', error: 'config-failed', done: 'start' },
  'packages/verify/organization': {
    loading: 'loading',
    empty: 'closed',
    error: 'config-failed',
    done: 'start',
  },
  'packages/verify/verification': {
    loading: 'loading',
    empty: 'missing',
    error: 'failed',
    done: 'receipt',
  },
  // Everything is in the address; only the name of the vendor is asked for.
  'packages/verify/contract': { loading: '-', empty: 'closed', error: 'config-failed', done: 'returned' },
  'packages/verify/invitation': { loading: 'loading', empty: '-', error: 'failed', done: 'home' },
  'packages/verify/handover': { loading: 'making', empty: 'unknown', error: 'failed', done: 'look' },
  // A link that has ended, or is cut, is no list that is empty: each says what it is.
  'packages/verify/link': { loading: 'loading', empty: '-', error: 'failed', done: 'link-open' },
  'packages/verify/my-data': { loading: 'loading', empty: 'nothing', error: 'failed', done: 'acts' },
}

/** Pages of operators are looked after elsewhere. */
const ofUsers = /^(?:pages|packages\/verify)\//

/** Parts that pages have in common; each page has the rest of its states in its own folder. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'packages/verify/person': ['packages/verify/start'],
  'packages/verify/organization': ['packages/verify/start'],
  'packages/verify/contract': ['packages/verify/start'],
}

function pagesOfTheApp(): string[] {
  const config = readFileSync('miniprogram/app.config.ts', 'utf8')
  const roots = [...config.matchAll(/root: '([^']+)',\s*pages: \[([^\]]+)\]/g)].flatMap(
    ([, root, list = '']) => [...list.matchAll(/'([^']+)\/index'/g)].map(([, page]) => `${root}/${page}`),
  )
  const main = /^ {2}pages: \[([^\]]+)\]/m.exec(config)?.[1] ?? ''
  return [...[...main.matchAll(/'([^']+)\/index'/g)].map(([, page]) => String(page)), ...roots].filter(page =>
    ofUsers.test(page),
  )
}

function sourceOf(page: string): string {
  return [page, ...(shared[page] ?? [])]
    .map(each => path.join('miniprogram', each))
    .filter(each => existsSync(each))
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => path.join(folder, file)),
    )
    .filter(file => /(?<!\.test)\.tsx$/.test(file))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
}

test('every page of the app that a user sees is in the table', () => {
  expect(Object.keys(pages).sort()).toEqual(pagesOfTheApp().sort())
})

test.each(Object.entries(pages))('%s has its states', (page, states) => {
  const source = sourceOf(page)
  for (const [state, id] of Object.entries(states)) {
    if (id !== '-') expect([state, source.includes(`id="${id}"`)]).toEqual([state, true])
  }
  // Offline too is said in words a person can act on.
  expect(source).toMatch(/failureText\(/)
})

test.each(Object.entries(pages).filter(([, { loading }]) => loading !== '-'))(
  '%s waits in the shape of what comes, not with a bare word',
  page => {
    expect(sourceOf(page)).toMatch(/<Skeleton/)
    expect(sourceOf(page)).not.toMatch(/commonText\('loading'\)/)
  },
)
