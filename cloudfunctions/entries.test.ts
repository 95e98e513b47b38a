import { main as api } from './api/index'
import { main as callback } from './callback/index'
import { main as server } from './server/index'
import { main as sweep } from './sweep/index'

let mockRuns = 0
jest.mock('./app', () => ({
  dependencies: () => ({ clock: () => 0, store: {} }),
  inOneRun: () => {
    mockRuns += 1
    throw new Error('so far and no further')
  },
}))
let mockOpenid: string | null = null
jest.mock('./platform/sdk', () => ({ callerOpenid: () => mockOpenid }))

/** Whatever an entry does it does within the time of one run: see `inOneRun`. */
test.each([
  ['api', api, { action: 'config.get', input: {} }, 'oSomebody'],
  ['callback', callback, { httpMethod: 'POST', path: '/ess', headers: {}, body: '{}' }, null],
  ['server', server, { httpMethod: 'GET', path: '/v1/invitations', headers: {}, body: '' }, null],
  ['sweep', sweep, { Type: 'Timer', TriggerName: 'sweep', Message: '' }, null],
] as const)('%s waits within one run', async (_name, main, event, openid) => {
  mockRuns = 0
  mockOpenid = openid
  await Promise.resolve(main(event)).catch(() => undefined)
  expect(mockRuns).toBe(1)
})
