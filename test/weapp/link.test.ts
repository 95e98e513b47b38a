import qrcode from 'qrcode'
import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions, MiniProgramHandle } from '../../sandbox/simulator/runtime/types'
import { openPage } from './batch-app'
import { addresses, administratorLink, type BatchWorld, batchId, createBatchWorld } from './batch-cloud'
import { quiet } from './compiled'

const appId = 'wx371151823f6f3edf'
let app: OpenApp
let world: BatchWorld
let visits: MiniProgramHandle[]

beforeEach(() => {
  world = createBatchWorld(4, number => (number === 1 ? 'verified' : 'ready'))
  visits = []
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(options: BootOptions = {}): Promise<void> {
  app = await openPage('link', world, {
    miniPrograms: { [appId]: 'about:blank' },
    onMiniProgram: visit => visits.push(visit),
    ...options,
  })
  await app.until(() => app.q('#link-1'))
  await quiet(app)
}
const asked = (action: string) => world.calls.filter(call => call.action === action)

test('a link that was never made is made at once; the tap then jumps without waiting for anything', async () => {
  world.links.push(administratorLink())
  await open()
  expect(asked('batch.link').map(call => call.input)).toEqual([{ id: batchId, group: '0123456789abcdef_1' }])
  expect(app.text('#link-1')).toContain('王*芳 138****8000')
  expect(app.text('#link-validity-1')).toContain('还剩')
  app.tap('#link-open-1')
  await app.until(() => visits.length === 1)
  expect(visits[0]).toMatchObject({ appId, embedded: true, envVersion: 'release' })
})

test('a return claims nothing: the server is asked, and its counts are shown', async () => {
  world.links.push(administratorLink({ state: 'live', link: addresses('live', Date.now() + 86_400_000) }))
  await open()
  expect(asked('batch.link')).toEqual([])
  app.tap('#link-open-1')
  await app.until(() => visits.length === 1)
  expect(asked('batch.refresh')).toEqual([])
  visits[0]?.back()
  await app.until(() => app.q('#link-updated'))
  expect(asked('batch.refresh')).toHaveLength(1)
  expect(app.text('#link-updated')).toBe('状态已更新：已认证 1 家 · 待办理 3 家')
})

test('the card of a link leads whoever gets it to a page with that link, under a picture of our own', async () => {
  const link = addresses('live', Date.now() + 86_400_000)
  world.links.push(administratorLink({ state: 'live', link }))
  await open()
  app.tap('#link-send-1')
  await app.until(() => app.sim.lastShare())
  expect(app.sim.lastShare()).toMatchObject({ path: `/${link.page}`, imageUrl: '/assets/share.png' })
  await quiet(app)
})

test('an expired link cannot be opened before it was made anew, in one tap', async () => {
  world.links.push(administratorLink({ state: 'expired', link: addresses('old', Date.now() - 1) }))
  await open()
  expect(asked('batch.link')).toEqual([])
  expect(app.q('#link-open-1')).toBeNull()
  app.tap('#link-renew-1')
  await app.until(() => app.q('#link-open-1'))
  expect(asked('batch.link')).toHaveLength(1)
})

test('a link that is out of date says so and is made anew in the same one tap', async () => {
  world.links.push(
    administratorLink({
      state: 'stale',
      notCovered: 3,
      unasked: 240,
      link: addresses('stale', Date.now() + 50 * 60_000),
      leftOut: [{ rowId: `${batchId}_00004`, number: 4, name: '成都远山供应链管理有限公司' }],
      failures: ['当前企业已存在进行中的认证流程'],
    }),
  )
  await open()
  expect(app.text('#link-stale-1')).toContain('3 家新企业')
  expect(app.text('#link-validity-1')).toMatch(/还剩 (49|50) 分钟/)
  expect(app.text('#link-unasked-1')).toContain('240 家')
  expect(app.text('#link-left-out-1')).toContain('成都远山供应链管理有限公司')
  expect(app.q('#link-failures-1')).toBeNull()
  app.tap('#link-details-1')
  await app.until(() => app.q('#link-failures-1'))
  expect(app.text('#link-failures-1')).toContain('当前企业已存在进行中的认证流程')
  app.tap('#link-renew-1')
  await app.until(() => !app.q('#link-stale-1'))
})

test('both addresses are copied, and the code goes to the album', async () => {
  world.links.push(administratorLink({ state: 'live', link: addresses('live', Date.now() + 86_400_000) }))
  const image = await qrcode.toBuffer('https://test.essurl.cn/aB3dE6fG')
  await open({
    download: async () => ({ statusCode: 200, content: image }),
    downloadDomains: ['https://dyn.test.ess.tencent.cn'],
  })
  app.tap('#link-copy-short-1')
  await app.until(() => app.sim.clipboard.read() === 'https://test.essurl.cn/aB3dE6fG')
  app.tap('#link-copy-long-1')
  await app.until(() => app.sim.clipboard.read().startsWith('https://res.ess.tencent.cn/'))
  app.tap('#link-save-1')
  await app.until(() => app.sim.album().length === 1)
  expect(Buffer.from(app.sim.album()[0] ?? []).equals(image)).toBe(true)
})

test('each administrator has a card', async () => {
  world.links.push(
    administratorLink(),
    administratorLink({ group: 'fedcba9876543210_1', administrator: { name: '李*', mobile: '139****9000' } }),
  )
  await open()
  await app.until(() => app.q('#link-open-2'))
  expect(asked('batch.link')).toHaveLength(2)
  expect(app.text('#link-2')).toContain('李* 139****9000')
})

test('what will be there once the links are made has its place from the beginning, and waits', async () => {
  world.links.push(
    administratorLink(),
    administratorLink({ group: 'fedcba9876543210_1', administrator: { name: '李*', mobile: '139****9000' } }),
  )
  const { answer } = world
  let go = () => {}
  const late = new Promise<void>(resolve => {
    go = resolve
  })
  world.answer = async (action, input) => {
    if (action === 'batch.link') await late
    return answer(action, input)
  }
  await open()
  const off = (id: string) => app.q(id)?.closest('[disabled]') !== null
  for (const id of ['#remind-wechat', '#remind-all', '#link-remind-1', '#link-remind-2'])
    expect([id, off(id)]).toEqual([id, true])
  expect(app.text('#remind-all')).toContain('2 位')
  go()
  await app.until(() => app.q('#link-open-2'))
  await quiet(app)
  for (const id of ['#remind-wechat', '#remind-all', '#link-remind-1', '#link-remind-2'])
    expect([id, off(id)]).toEqual([id, false])
})

test('a viewer uses the link and makes none', async () => {
  world.role = 'viewer'
  world.links.push(administratorLink({ state: 'live', link: addresses('live', Date.now() + 86_400_000) }))
  world.links.push(administratorLink({ group: 'fedcba9876543210_1' }))
  await open()
  expect(app.q('#link-open-1')).not.toBeNull()
  expect(app.q('#link-renew-1')).toBeNull()
  expect(asked('batch.link')).toEqual([])
})
