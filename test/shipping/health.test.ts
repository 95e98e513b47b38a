import { answerProbe, readProbe } from '../../cloudfunctions/callback/probe'
import { readConfig } from '../../cloudfunctions/platform/config'
import { createVault } from '../../cloudfunctions/platform/crypto'
import { askedByDoctor } from '../../cloudfunctions/usecases/health/askedByDoctor'
import type { Deps } from '../../cloudfunctions/usecases/kit/deps'
import { inside } from '../../shipping/doctor/live/inside'
import { probe } from '../../shipping/probe'
import { createWorld } from '../support/world'
import { type ShippedWorld, startShippedWorld, variables } from './shipped'

let shipped: ShippedWorld
let deps: Deps
beforeAll(async () => {
  shipped = await startShippedWorld()
})
afterAll(() => shipped.close())
beforeEach(() => {
  deps = { ...createWorld().deps, vault: createVault(readConfig(variables).keys) }
})

/** As the function `callback` answers it. */
async function fetchText(url: string) {
  const asked = readProbe({ httpMethod: 'GET', path: new URL(url).pathname, headers: {} })
  if (!asked) return { status: 404, text: '' }
  const { statusCode, body } = await answerProbe(() => deps, asked)
  return { status: statusCode, text: body }
}

test('the functions answer the probe of a deployment', async () => {
  const { release } = deps.instance
  expect(await probe({ variables, fetchText }, release)).toMatchObject({ wrong: null, release })
})

test.each([
  ['another build', 'another', {}, '在运行的是'],
  ['another key', null, { LOOKUP_KEY: Buffer.alloc(32, 'z').toString('base64') }, 'LOOKUP_KEY 不同'],
])('the probe is not content with %s', async (_, release, change, says) => {
  const asked = { variables: { ...variables, ...change }, fetchText }
  expect((await probe(asked, release ?? deps.instance.release)).wrong).toContain(says)
})

test('a path that is lost on the way is seen', async () => {
  const lost = async (url: string) => {
    const { status, text } = await fetchText(url)
    return { status, text: JSON.stringify({ ...JSON.parse(text), path: '/' }) }
  }
  expect((await probe({ variables, fetchText: lost }, deps.instance.release)).wrong).toContain(
    '路径没有传到函数',
  )
})

test('the functions answer their doctor', async () => {
  const scf = {
    call: async (_: string, { ClientContext }: Record<string, unknown>) => {
      const event: unknown = JSON.parse(String(ClientContext))
      return { Result: { RetMsg: JSON.stringify(await askedByDoctor(() => deps, 'api', event, null)) } }
    },
  }
  const found = await inside(await shipped.deployment({ scf }), deps.clock())
  // Nothing has run yet, and nothing can be reached from here.
  expect([...new Set(found.map(({ code }) => code))]).toEqual([
    'LAST_SWEEP',
    'VENDOR_REACH',
    'CALLBACK_INSIDE',
  ])
})
