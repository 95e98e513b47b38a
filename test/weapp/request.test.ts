import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { pressOn, quiet } from './compiled'
import { openWorkplace } from './workplace-app'
import { caseId, createWorkplaceWorld, type WorkplaceWorld } from './workplace-cloud'

let world: WorkplaceWorld
let app: OpenApp
beforeEach(() => {
  world = createWorkplaceWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

const press = (target: string) => pressOn(app, target)
async function open(query: Record<string, string> = {}) {
  app = await openWorkplace('packages/workplace/request/index', world, query)
  await app.until(() => app.q('#request-search, #forbidden, #claim-code'))
  await quiet(app)
}
async function findAlice() {
  app.type('#request-search', 'shop-0001')
  await press('#request-find')
  await app.until(() => app.q('#found-1, #found-none'))
}

test('an owner finds whom it is about, names the paper, is asked once more, and erases', async () => {
  await open()
  await findAlice()
  expect(app.text('#found-1')).toContain('测** · 138****0000')
  await press('#found-1')
  await app.until(() => app.q('#request-reference'))
  await press('#request-deed-erase')
  await press('#request-ground-agent')
  await press('#request-go')
  await app.until(() => app.text('#error-request-reference').includes('归档编号'))
  expect(app.q('#request-sheet')).toBeNull()
  app.type('#request-reference', 'R-2026-1')
  await press('#request-go')
  await app.until(() => app.q('#request-sheet'))
  expect(app.text('#request-sheet')).toContain('R-2026-1')
  expect(world.inputsOf('request.erase')).toEqual([])
  await press('#request-yes')
  await app.until(() => app.q('#request-done'))
  expect(app.text('#request-done')).toContain('已删除 1 项')
  expect(world.inputsOf('request.erase')).toEqual([
    { about: { verification: caseId(1) }, reference: 'R-2026-1', ground: 'agent', confirmed: true },
  ])
  expect(app.q('#request-search')).not.toBeNull()
})

test('once it is done, whoever is looked for next is chosen anew', async () => {
  await open()
  await findAlice()
  await press('#found-1')
  await app.until(() => app.q('#request-reference'))
  app.type('#request-reference', 'R-1')
  await press('#request-deed-withdraw')
  await press('#request-go')
  await press('#request-yes')
  await app.until(() => app.q('#request-done'))
  await findAlice()
  expect(app.q('#found-1')).not.toBeNull()
  expect(app.q('#request-reference')).toBeNull()
})

test('a copy becomes a file, and what fails says so and can be tried again', async () => {
  await open()
  await findAlice()
  await press('#found-1')
  await app.until(() => app.q('#request-reference'))
  app.type('#request-reference', 'R-2')
  world.fail('request.copy', 'BUSY')
  await press('#request-go')
  await press('#request-yes')
  await app.until(() => app.q('#request-failed'))
  world.fail('request.copy', null)
  await press('#request-go')
  await press('#request-yes')
  await app.until(() => app.q('#kept-sheet'))
  await press('#kept-close')
  expect(app.text('#request-done')).toContain('副本已经做好')
})

test('who comes from a row of a batch acts for its administrator', async () => {
  const row = `b_${'0'.repeat(32)}_1`
  await open({ row })
  await app.until(() => app.q('#found-1'))
  expect(app.text('#found-1')).toContain('测试员乙 · 139****0000')
  expect(app.text('#found-1')).toContain('「示例公司」')
  await press('#found-1')
  await app.until(() => app.q('#request-reference'))
  app.type('#request-reference', 'R-3')
  await press('#request-deed-withdraw')
  await press('#request-go')
  await press('#request-yes')
  await app.until(() => app.q('#request-done'))
  expect(world.inputsOf('request.withdraw')).toEqual([
    { about: { row }, reference: 'R-3', ground: 'person', confirmed: true },
  ])
})

test('whoever is no owner finds nobody here', async () => {
  world.role = 'operator'
  await open()
  expect(app.q('#request-search')).toBeNull()
  expect(app.text('#forbidden')).toContain('只有所有者')
})
