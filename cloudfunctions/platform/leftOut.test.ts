import { leftOut, PartLeftOut } from './leftOut'

let printed: string[] = []

beforeEach(() => {
  printed = []
  jest.spyOn(process.stdout, 'write').mockImplementation(line => {
    printed.push(String(line))
    return true
  })
})

afterEach(() => jest.restoreAllMocks())

interface Library {
  __esModule: boolean
  default: Library
  get(url: string): unknown
  generate(): Library
  Client: new () => object
}
const library = (quiet?: string[]) => leftOut('axios of node-sdk', quiet) as Library

test('a part that is left out may be imported and taken apart', async () => {
  const { get, default: whole } = library()
  expect([typeof get, typeof whole, library().__esModule]).toEqual(['function', 'function', true])
  await expect(Promise.resolve(whole)).resolves.toBe(whole)
  expect(printed).toEqual([])
})

test('whoever calls it is told which, in the error and in the log', () => {
  const calls = [() => library().default.get('/'), () => new (library().Client)(), () => library().get('/')]
  for (const call of calls) expect(call).toThrow(PartLeftOut)
  expect(calls[0]).toThrow('SDK_PART_LEFT_OUT: axios of node-sdk is not in this bundle')
  expect(printed).toHaveLength(4)
  expect(JSON.parse(printed[0] ?? '')).toEqual({
    level: 'error',
    event: 'sdk.leftOut',
    code: 'SDK_PART_LEFT_OUT',
    part: 'axios of node-sdk',
  })
})

test('a library may ask of a part what it is, and build upon it', () => {
  const { Client } = library()
  expect(Object(/any/) instanceof Client).toBe(false)
  class Own extends Client {}
  expect(Object(Own.prototype).get).toBeUndefined()
  expect(printed).toEqual([])
  expect(() => new Own()).toThrow(expect.objectContaining({ name: 'PartLeftOut' }))
})

test('what the library calls when it starts is quiet, and what that returns is not', () => {
  const client = library(['generate']).default.generate()
  expect(printed).toEqual([])
  expect(() => client.get('/')).toThrow(PartLeftOut)
})
