import type { HealthResult, ReachResult } from '../../cloudfunctions/contract/health'
import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, pressOn } from './compiled'
import { jumps } from './jumps'
import { vendorNames } from './vendors'

const now = Date.now()
const used = { reads: 1000, writes: 10, calls: 288 }
const health: HealthResult = {
  at: now,
  release: '1.0.0+aaaaaaaaaaaa',
  functions: [{ name: 'sweep', at: now, release: '1.0.0+aaaaaaaaaaaa', agrees: false }],
  sweep: { at: now - 3600_000, ms: 900, left: false, failed: null, late: true },
  backlog: [{ kind: 'rows', count: 3, more: false, since: now - 3600_000 }],
  vendors: [{ id: 'ess', answeredAt: now, failedAt: null, failure: null }],
  usage: { today: used, aDay: used, limits: { reads: 50_000, writes: null, calls: null } },
}
const reach: ReachResult = {
  vendors: [{ id: 'ess', reached: { ms: 12, ahead: 120_000 } }],
  callback: { reached: { ms: 9, ahead: 0 }, passes: false, egress: '203.0.113.7' },
}

let app: OpenApp
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(answers: Record<string, unknown>) {
  const config = { vendors: [], policy: {}, support: null, vendorNames, jumps, pollSeconds: 1 }
  const known: Record<string, unknown> = { 'config.get': config, ...answers }
  app = await openCompiled(
    action =>
      action in known
        ? { ok: true, data: known[action] }
        : { ok: false, error: { code: 'FORBIDDEN', message: '' }, requestId: '' },
    { launch: { path: 'packages/workplace/health/index', query: {} } },
  )
}

test('an owner reads what is wrong, and looks at the network when he wants to', async () => {
  await open({ 'workplace.health': health, 'workplace.reach': reach })
  await app.until(() => app.q('#sweep'))
  expect(app.text('#sweep-problem')).toMatch(/定时器停了/)
  expect(app.text('#backlog-rows')).toMatch(/3 件/)
  expect(app.text('#vendor-ess')).toMatch(/有应答/)
  expect(app.text('#usage-reads')).toMatch(/2\.0%/)
  expect(app.text('#function-sweep')).toMatch(/环境变量/)
  expect(app.q('#reached')).toBeNull()
  await pressOn(app, '#reach')
  await app.until(() => app.q('#reached'))
  expect(app.text('#reached-ess')).toMatch(/快 120 秒/)
  expect(app.text('#reached-callback')).toMatch(/没有传路径/)
  expect(app.text('#egress')).toMatch(/203\.0\.113\.7/)
})

test('whoever is no owner is told so, with the way back', async () => {
  await open({})
  await app.until(() => app.q('#forbidden'))
  expect(app.q('#back')).not.toBeNull()
})
