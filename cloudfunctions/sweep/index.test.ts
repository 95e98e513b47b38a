import { main } from './index'

const mockLogged: [string, object][] = []
let mockDependencies: () => unknown
let openid: string | null = null

jest.mock('../app', () => ({
  dependencies: () => mockDependencies(),
  inOneRun: <T>(work: () => T) => work(),
}))
jest.mock('../platform/sdk', () => ({ callerOpenid: () => openid }))
jest.mock('../platform/log', () => ({
  createLog: () => ({ error: (event: string, fields: object) => mockLogged.push([event, fields]) }),
}))

const timer = { Type: 'Timer', TriggerName: 'sweep', Message: '' }
beforeEach(() => {
  openid = null
  mockLogged.length = 0
})

test('a run without settings ends well, for the platform would repeat it twice, and says once what is missing', async () => {
  const { ConfigError } = jest.requireActual<typeof import('../platform/config')>('../platform/config')
  mockDependencies = () => {
    throw new ConfigError(['LOOKUP_KEY is missing'])
  }
  expect(await main(timer)).toEqual({ failed: 'NOT_CONFIGURED' })
  expect(mockLogged).toEqual([
    ['sweep.ended', { code: 'NOT_CONFIGURED', detail: 'configuration: LOOKUP_KEY is missing' }],
  ])
})

test('nor does it throw whatever else happens', async () => {
  mockDependencies = () => {
    throw new TypeError('unforeseen')
  }
  expect(await main(timer)).toEqual({ failed: 'INTERNAL' })
  expect(mockLogged).toEqual([['sweep.ended', { code: 'INTERNAL', detail: 'TypeError' }]])
})

test('a user of the mini-program starts none', async () => {
  mockDependencies = jest.fn()
  openid = 'oSomebody'
  expect(await main(timer)).toEqual({ refused: 'timer only' })
  expect(mockDependencies).not.toHaveBeenCalled()
})
