import { openStage } from './stage'

const happened: string[] = []

jest.mock('../../sandbox/simulator/chromium', () => ({
  launchBrowser: async () => ({ close: async () => happened.push('browser closed') }),
}))
jest.mock('./local-world', () => ({
  openLocalWorld: async () => ({ url: 'here', close: async () => happened.push('world closed') }),
}))
jest.mock('./journey', () => ({
  openJourney: async (_browser: object, url: string, openid: string) => ({
    name: `${openid} ${url}`,
    close: async () => happened.push(`${openid} closed`),
  }),
}))

let people = 0
describe('a block of tests in a browser', () => {
  const stage = openStage({
    prepare: async () => happened.push('prepared'),
    before: async () => happened.push(`before ${++people}`),
    openid: () => `o${people}`,
  })

  test('has a world, a browser and a phone of its own', () => {
    expect(stage.world.url).toBe('here')
    expect(stage.browser).toBeDefined()
    expect(stage.journey).toMatchObject({ name: 'o1 here' })
    expect(happened).toEqual(['prepared', 'before 1'])
  })

  test('closes the phones of the test before, and takes the newest as the one at hand', async () => {
    expect(happened.slice(2)).toEqual(['o1 closed', 'before 2'])
    const other = await stage.arrive('other')
    expect(stage.journey).toBe(other)
  })
})

test('in the end all is closed: phones, browser, world', () => {
  expect(happened.slice(4)).toEqual(['o2 closed', 'other closed', 'browser closed', 'world closed'])
})
