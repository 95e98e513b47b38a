import { main } from './index'

const dependencies = jest.fn((): never => {
  throw new Error('somebody came this far')
})
let openid: string | null = null

jest.mock('../app', () => ({
  dependencies: () => dependencies(),
  inOneRun: <T>(work: () => T) => work(),
}))
jest.mock('../platform/sdk', () => ({ callerOpenid: () => openid }))
jest.mock('../platform/log', () => ({ createLog: () => ({ error: () => undefined }) }))

const event = { httpMethod: 'POST', path: '/ess', headers: {}, body: '{}' }

test('a user of the mini-program does not get in, whatever the event says', async () => {
  openid = 'oSomebody'
  expect(await main(event)).toMatchObject({ statusCode: 404 })
  expect(dependencies).not.toHaveBeenCalled()
})

test('what comes over HTTP does', async () => {
  openid = null
  expect(await main(event)).toMatchObject({ statusCode: 500 })
  expect(dependencies).toHaveBeenCalled()
})
