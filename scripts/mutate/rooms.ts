import { readdirSync } from 'node:fs'

/** What Stryker changes, and which tests look at it: the nearest, without a browser and without `dist/`. */
export interface Room {
  /** Folders whose code is changed. */
  folders: string[]
  /** Folders whose tests look, and single files of tests. */
  tests: string[]
  /** Folders whose tests look too with `--further`: they take longer, and are for what the nearest did not see. */
  further: string[]
  /** Percent of the wrong changes that a test must see. */
  goal: number
  /** Source lines that one run of Stryker takes on: what a kill may cost, against a run of all tests for each. */
  linesAtOnce: number
  /** ms after which a test that hangs is red, far beyond what its tests take; else as long as the runner says. */
  longestTest?: number
  /** Of the tests that reach a change so many look at it, the nearest first; else 100. */
  mostTests?: number
}

const cloud = (room: string) => `cloudfunctions/${room}`
const phone = (room: string) => `miniprogram/${room}`

export const rooms: Record<string, Room> = {
  domain: {
    folders: [cloud('domain')],
    tests: [cloud('domain')],
    further: ['usecases', 'api'].map(cloud),
    goal: 90,
    linesAtOnce: 1000,
  },
  usecases: {
    folders: [cloud('usecases')],
    // What pages and business systems call is looked at as they call it.
    tests: ['usecases', 'api', 'server'].map(cloud),
    further: [],
    goal: 90,
    linesAtOnce: 1500,
    longestTest: 15_000,
  },
  vendors: {
    folders: [cloud('vendors')],
    tests: [cloud('vendors')],
    further: [],
    goal: 90,
    linesAtOnce: 1000,
    // Many small ones: one for each code a vendor answers with.
    mostTests: 2000,
  },
  platform: {
    folders: [cloud('platform')],
    // The real store, through the real SDK, over a gateway in the same process.
    tests: [
      cloud('platform'),
      ...['store-contract', 'store', 'files'].map(name => `test/cloud/${name}.test.ts`),
      'test/sheets/kinds.test.ts',
    ],
    further: [cloud('usecases')],
    goal: 90,
    linesAtOnce: 1000,
    longestTest: 60_000,
  },
  handoff: {
    folders: [phone('handoff')],
    tests: [phone('handoff')],
    further: [],
    goal: 80,
    linesAtOnce: 3000,
    longestTest: 5000,
  },
  pages: {
    folders: ['pages', 'packages', 'cloud', 'entry', 'files', 'form', 'operator', 'outline'].map(phone),
    tests: ['miniprogram'],
    further: [],
    goal: 80,
    linesAtOnce: 4000,
    longestTest: 5000,
  },
}

/**
 * Not changed: texts for people (a changed one is for the eye to see), those in other languages (run by
 * test/verifiers.test.ts), what only re-exports, and what draws (`.tsx`): test/weapp looks at that as it is compiled.
 */
const isLeftAlone = (file: string) =>
  /(\.test\.ts|\.config\.ts|\.d\.ts|[tT]exts\.ts|\/test-support\.ts|\/integration\/verifiers\.ts)$/.test(
    file,
  ) || /^miniprogram\/.*\/index\.ts$/.test(file)

export const codeOf = (room: Room): string[] =>
  room.folders
    .flatMap(filesIn)
    .filter(file => file.endsWith('.ts') && !isLeftAlone(file))
    .sort()

export const testsOf = (room: Room, further: boolean): string[] =>
  [...room.tests, ...(further ? room.further : [])].flatMap(folder =>
    filesIn(folder)
      .filter(file => file.endsWith('.test.ts'))
      .sort(),
  )

const filesIn = (place: string): string[] =>
  place.endsWith('.test.ts')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' }).map(each => `${place}/${each}`)

/**
 * Tests that take long because they do the same thing hundreds of times. Every change that nobody sees would
 * wait for them; what they look at is looked at by their smaller neighbours.
 */
export const leftOut = [
  '10,000',
  'whenever the process dies, every row',
  'more than 20,000',
  '5,000 rows',
  '30 KB each',
  'the last page ends',
  'more than 32 MB',
  'a hundred thousand lines',
  'ten times the rows, all alike',
  'three hundred administrators',
  'three hundred codes',
  'can all be scanned',
  'a thousand rows as large',
  'a thousand are made with at most',
  'the audit rows alone say',
  'although every notice is lost',
  'that no answer holds',
  'what no answer holds',
  'fifty thousand rows',
  'a large batch that somebody else',
  'whatever write a process dies',
  'whenever the process dies, somebody',
  'whenever the process dies, an organization',
  'whenever the process dies, doing',
  'rows are right in time',
  'a vendor that hangs while',
  'questions stop in time',
  'starts, notices and an instance',
  'guesses of the same moment',
  'issues are of known kinds',
  'the order makes no difference',
  'the right form and every suggestion',
  'settling what is settled',
  'every step is a row',
  'beyond any measure',
  'whatever comes',
  'ninety days cost',
  'the same evidence twice',
  'a call never exceeds',
  'no more rows than a batch may have',
  'organizations by the hundred',
  'with the longest texts',
  'as many and as long as one call may bring',
].join('|')
