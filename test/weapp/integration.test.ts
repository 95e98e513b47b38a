import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, pressOn, quiet } from './compiled'
import {
  createIntegrationWorld,
  deliveryId,
  deliveryOf,
  endpointId,
  endpointOf,
  type IntegrationWorld,
  keyText,
  secretText,
} from './integration-cloud'

let world: IntegrationWorld
let app: OpenApp

beforeEach(() => {
  world = createIntegrationWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(page: 'integration' | 'home', query: Record<string, string> = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `packages/workplace/${page}/index`, query },
  })
}
const press = (target: string) => pressOn(app, target)
/** Types into a field once it is there. */
async function type(target: string, text: string) {
  await app.until(() => app.q(target))
  app.type(target, text)
  await quiet(app)
}
const route = () => app.sim.pages().at(-1)?.route

async function openKeys() {
  await open('integration')
  await app.until(() => app.q('#key-1'))
}
async function openEndpoints() {
  await open('integration', { tab: 'endpoints' })
  await app.until(() => app.q('#endpoint-1'))
}
async function openDeliveries() {
  await open('integration')
  await press('#tab-deliveries')
  await app.until(() => app.q('#list-end') ?? app.q('#deliveries-none'))
}

describe('the way to the page', () => {
  test('an owner gets there from the workplace, and is told there of receivers that were given up', async () => {
    world.endpoints.push(
      endpointOf(2, { stopped: { why: 'unreachable', at: Date.now() } }),
      endpointOf(3, { stopped: { why: 'operator', at: Date.now() } }),
    )
    await open('home')
    await app.until(() => app.q('#endpoints-off'))
    expect(app.text('#endpoints-off')).toMatch(/1 个接收地址送不到，已停止推送/)
    await press('#endpoints-off-action')
    await app.until(() => app.q('#endpoint-2'))
    expect(route()).toBe('packages/workplace/integration/index')
    expect(app.text('#endpoint-2')).toMatch(/已停用[\s\S]*约三天里一次也没有送到[\s\S]*启用/)
    expect(app.text('#endpoint-3')).toMatch(/停用。启用之前/)
  })

  test('its cell leads to the keys, and nobody is told of anything while all is well', async () => {
    await open('home')
    await press('#integration')
    await app.until(() => app.q('#key-1'))
    expect(app.q('#endpoints-off')).toBeNull()
  })

  test.each(['viewer', 'operator'] as const)('a %s sees no such cell and asks for nothing', async role => {
    world.role = role
    await open('home')
    await app.until(() => app.q('#figures-empty'))
    expect(app.q('#integration')).toBeNull()
    expect(world.inputsOf('endpoint.list')).toEqual([])
  })

  test('whoever is no owner any more is told so, and is led back', async () => {
    await openKeys()
    world.fail('apiKey.create', 'FORBIDDEN')
    await press('#key-new')
    await type('#key-label', '供应商系统')
    await press('#key-make')
    await app.until(() => app.q('#forbidden'))
    await press('#back')
    await app.until(() => route() === 'packages/workplace/home/index')
  })

  test('a list that cannot be loaded can be tried again', async () => {
    world.fail('endpoint.list', 'INTERNAL')
    await open('integration', { tab: 'endpoints' })
    await app.until(() => app.q('#failed-action'))
    world.fail('endpoint.list', null)
    await press('#failed-action')
    await app.until(() => app.q('#endpoint-1'))
    expect(app.q('#failed')).toBeNull()
  })
})

describe('keys', () => {
  test('say for what, what they may do, until when and when they were used; never the key', async () => {
    await openKeys()
    expect(app.text('#key-1')).toMatch(
      /供应商系统\n可用\nrnk_1{16}_…\n读取、邀请\n.* 建立\n长期有效\n最近使用 \d{4}-/,
    )
  })

  test('a key is shown once, copied, and then only listed', async () => {
    await openKeys()
    await press('#key-new')
    await type('#key-label', ' 财务系统 ')
    app.check('#scope-invite')
    await press('#key-days-90')
    await press('#key-make')
    await app.until(() => app.q('#key-made'))
    expect(world.inputsOf('apiKey.create')).toMatchObject([
      { label: '财务系统', scopes: ['read', 'invite'], days: 90, clientKey: expect.any(String) },
    ])
    expect(app.text('#key-made')).toMatch(/给“财务系统”的密钥[\s\S]*只显示这一次/)
    await press('#key-made-copy')
    await app.until(() => app.sim.clipboard.read() === keyText)
    app.sim.pullDownRefresh()
    await quiet(app)
    expect(app.text('#key-made-text')).toBe(keyText)
    await press('#key-made-close')
    await app.until(() => app.q('#key-made') === null)
    expect(app.text()).not.toContain(keyText)
    expect(app.text('#keys')).toMatch(/财务系统/)
  })

  test('without a name, or without a scope, there is none', async () => {
    await openKeys()
    await press('#key-new')
    await press('#key-make')
    await app.until(() => /请填写给谁用/.test(app.text('#error-key-label')))
    await type('#key-label', '财务系统')
    app.check('#scope-read')
    await press('#key-make')
    await app.until(() => /请至少选一项/.test(app.text('#key-failed')))
    expect(world.inputsOf('apiKey.create')).toEqual([])
  })

  test('revoking asks first, by name', async () => {
    await openKeys()
    await press('#key-revoke-1')
    await app.until(() => app.q('#key-revoke-sheet'))
    expect(app.text('#key-revoke-sheet')).toMatch(/撤销“供应商系统”的密钥？[\s\S]*立即失效/)
    await press('#key-revoke-no')
    expect(world.inputsOf('apiKey.revoke')).toEqual([])
    await press('#key-revoke-1')
    await press('#key-revoke-yes')
    await app.until(() => /已撤销/.test(app.text('#key-1')))
    expect(app.q('#key-revoke-1')).toBeNull()
  })

  test('a failure is said beside the key', async () => {
    await openKeys()
    world.fail('apiKey.revoke', 'INTERNAL')
    await press('#key-revoke-1')
    await press('#key-revoke-yes')
    await app.until(() => /服务暂时不可用/.test(app.text('#error-key-1')))
  })
})

describe('endpoints', () => {
  test('one is added for all events, and its secret shown once', async () => {
    await openEndpoints()
    await press('#endpoint-new')
    await type('#endpoint-url', ' https://erp.example.com/hook ')
    await press('#endpoint-add')
    await app.until(() => app.q('#endpoint-made'))
    expect(world.inputsOf('endpoint.create')).toMatchObject([
      { url: 'https://erp.example.com/hook', types: null },
    ])
    expect(app.text('#endpoint-made-text')).toBe(secretText)
    await press('#endpoint-made-copy')
    await app.until(() => app.sim.clipboard.read() === secretText)
    await press('#endpoint-made-close')
    await app.until(() => app.q('#endpoint-made') === null)
    expect(app.text('#endpoint-2')).toMatch(/erp\.example\.com\/hook\n使用中\n全部事件\n还没有推送过/)
    expect(app.text()).not.toContain(secretText)
  })

  test('or for those that were chosen', async () => {
    await openEndpoints()
    await press('#endpoint-new')
    await type('#endpoint-url', 'https://erp.example.com/hook')
    await press('#endpoint-types-some')
    await press('#endpoint-add')
    await app.until(() => /请至少选一项事件/.test(app.text('#endpoint-failed')))
    await app.until(() => app.q('#type-verification-verified'))
    app.check('#type-verification-verified')
    await press('#endpoint-add')
    await app.until(() => app.q('#endpoint-made'))
    expect(world.inputsOf('endpoint.create')).toMatchObject([{ types: ['verification.verified'] }])
  })

  test.each([
    ['URL_REFUSED', '#error-endpoint-url', /公网的 https 地址/],
    ['TOO_MANY_ENDPOINTS', '#endpoint-failed', /最多 20 个/],
  ])('%s is said at %s, and what was typed stays', async (code, place, words) => {
    world.fail('endpoint.create', code)
    await openEndpoints()
    await press('#endpoint-new')
    await type('#endpoint-url', 'https://10.0.0.1/')
    await press('#endpoint-add')
    await app.until(() => app.q(place) && words.test(app.text(place)))
    world.fail('endpoint.create', null)
    await press('#endpoint-add')
    await app.until(() => app.q('#endpoint-made'))
    expect(world.inputsOf('endpoint.create').at(-1)).toMatchObject({ url: 'https://10.0.0.1/' })
  })

  test('is tried, gets a new secret, is switched off and on, and is deleted once asked', async () => {
    await openEndpoints()
    await press('#endpoint-test-1')
    await app.until(() => /测试已发出/.test(app.overlayText()))
    await press('#endpoint-rotate-1')
    await app.until(() => /新旧两个密钥都签名/.test(app.text('#endpoint-rotate-sheet')))
    await press('#endpoint-rotate-yes')
    await app.until(() => app.text('#endpoint-made-text') === secretText)
    await press('#endpoint-made-close')
    await press('#endpoint-off-1')
    await app.until(() => /已停用/.test(app.text('#endpoint-1')))
    expect(app.q('#endpoint-test-1')).toBeNull()
    await press('#endpoint-on-1')
    await app.until(() => /使用中/.test(app.text('#endpoint-1')))
    await press('#endpoint-remove-1')
    await app.until(() => app.q('#endpoint-remove-sheet'))
    await press('#endpoint-remove-yes')
    await app.until(() => app.q('#endpoint-1') === null)
    expect(world.inputsOf('endpoint.switch')).toMatchObject([{ active: false }, { active: true }])
    expect(world.inputsOf('endpoint.remove')).toEqual([{ id: endpointId(1) }])
  })

  test('one that somebody else has deleted is just gone', async () => {
    await openEndpoints()
    world.fail('endpoint.test', 'NOT_FOUND')
    world.endpoints = []
    await press('#endpoint-test-1')
    await app.until(() => app.q('#endpoint-1') === null)
    expect(app.text()).not.toMatch(/没有找到/)
  })
})

describe('deliveries', () => {
  test('stand with every try, and are sent again', async () => {
    const tries = [
      { at: Date.now() - 90_000, status: null, failure: 'timeout' as const },
      { at: Date.now() - 60_000, status: 410, failure: 'gone' as const },
    ]
    world.deliveries = [deliveryOf(1), deliveryOf(2, { state: 'failed', tries })]
    await openDeliveries()
    expect(app.text('#delivery-1')).toMatch(
      /认证通过\n已送达\nhook1\.example\.com · .*\nevt_1+\n.* · 204 · 收到了/,
    )
    expect(app.text('#delivery-2')).toMatch(/没有送到[\s\S]*超过时间没有答复\n.* · 410 · 对方不再接收/)
    await press('#replay-2')
    await app.until(() => /待送达[\s\S]*再送/.test(app.text('#delivery-2')))
    expect(world.inputsOf('delivery.replay')).toMatchObject([
      { id: deliveryId(2), clientKey: expect.any(String) },
    ])
  })

  test('of one endpoint alone, as its card leads there', async () => {
    world.endpoints.push(endpointOf(2))
    world.deliveries = [deliveryOf(1), deliveryOf(2, { endpointId: endpointId(2) })]
    await openEndpoints()
    await press('#endpoint-deliveries-2')
    await app.until(() => app.q('#delivery-1') && !app.q('#delivery-2'))
    expect(app.text('#delivery-1')).toMatch(/hook2\.example\.com/)
    await press('#deliveries-of-all')
    await app.until(() => app.q('#delivery-2'))
  })

  test('what waits for an endpoint that is off says so; of one that is deleted nothing can be done', async () => {
    world.endpoints[0] = endpointOf(1, { stopped: { why: 'gone', at: Date.now() } })
    const waiting = { state: 'pending' as const, dueAt: Date.now(), tries: [] }
    world.deliveries = [deliveryOf(1, waiting), deliveryOf(2, { ...waiting, endpointId: endpointId(9) })]
    await openDeliveries()
    expect(app.text('#delivery-1')).toMatch(/地址停用中，启用后再送/)
    expect(app.text('#delivery-2')).toMatch(/地址已删除/)
    expect(app.q('#replay-2')).toBeNull()
  })

  test('where there is none, one line says how to get one', async () => {
    await openDeliveries()
    expect(app.text('#deliveries-none')).toMatch(/还没有推送[\s\S]*点“测试”/)
  })
})

test('the code of each language is shown and copied as it stands', async () => {
  await open('integration')
  await press('#tab-verify')
  await app.until(() => app.q('#verify-source'))
  expect(app.text('#verify-source')).toMatch(/timingSafeEqual/)
  await press('#verify-python')
  await app.until(() => /compare_digest/.test(app.text('#verify-source')))
  await press('#verify-copy')
  await app.until(() => /^import base64, hashlib, hmac/.test(app.sim.clipboard.read()))
})
