import { createBatchWorld } from '../../test/support/batch-world'
import { withServer } from '../../test/support/server-world'
import { type RouteName, routes } from '../contract/server/routes'
import { verifyAudit } from '../usecases/audit/verify'

/** What a key does beyond looking leaves a row that says which key, what, and about what: as an operator's acts do. */

const makeWorld = async () => withServer(await createBatchWorld())
let world: Awaited<ReturnType<typeof makeWorld>>
beforeEach(async () => {
  world = await makeWorld()
})

const names = Object.keys(routes) as RouteName[]
const withTrace = (trace: string) => names.filter(name => routes[name].trace === trace)
const rows = () => world.store.all('audit')
const acts = () => rows().flatMap(row => ('chain' in row && row.chain === 'acts' ? [row] : []))
const keyId = () => world.store.all('api_keys')[0]?._id
const somebody = '0'.repeat(32)
const ids: Record<string, string> = {
  '/invitations': `i_${somebody}`,
  '/batches': `b_${somebody}`,
  '/webhook-endpoints': `we_${somebody}`,
}

async function call(name: RouteName, body: unknown, id?: string) {
  const { method, path } = routes[name]
  const room = Object.keys(ids).find(each => path.startsWith(each)) ?? ''
  return world.call(method, path.replace('{id}', id ?? ids[room] ?? ''), {
    ...(method !== 'GET' && { body }),
    idempotencyKey: `intent-${name}`,
  })
}

test.each(withTrace('act'))('%s leaves its row before it is done, also when it fails', async name => {
  const before = acts().length
  const answer = await call(
    name,
    /^(create|change)/.test(name) ? { url: 'https://hook.example.com/private-path' } : {},
  )
  const [row, ...others] = acts().slice(before)
  expect(others).toEqual([])
  const about = routes[name].path.includes('{id}') ? expect.stringMatching(/^(i|b|we)_0{32}$/) : ''
  expect(row).toMatchObject({ event: `server.${name}`, operator: keyId(), subject: about, detail: '' })
  expect([200, 201, 202, 404, 409]).toContain(answer.status)
  expect(JSON.stringify(rows())).not.toMatch(/private-path|rnk_|whsec_/)
})

test('a repeat with the same Idempotency-Key is the same act', async () => {
  const before = acts().length
  for (let press = 0; press < 2; press++) await call('createEndpoint', { url: 'https://hook.example.com/' })
  expect(acts()).toHaveLength(before + 1)
})

test('a key that may not leaves none', async () => {
  const { key } = await world.newKey(['read'])
  const before = rows().length
  for (const name of withTrace('act')) {
    const { status } = await world.call(
      routes[name].method,
      routes[name].path.replace('{id}', ids['/batches'] ?? ''),
      {
        key,
        idempotencyKey: 'x',
      },
    )
    expect([403, 404]).toContain(status)
  }
  expect(rows()).toHaveLength(before)
})

test('what is made and changed stands in its own chain with the key that did it, and the audit is whole', async () => {
  const before = new Set(rows().map(({ _id }) => _id))
  const done = new Set<string>()
  const own = async (name: RouteName, body: unknown, id?: string): Promise<string> => {
    const { status, json } = await call(name, body, id)
    expect([name, status]).toEqual([name, routes[name].status])
    const news = rows().filter(row => !before.has(row._id) && 'operator' in row && row.operator === keyId())
    expect(news.length).toBeGreaterThan(0)
    for (const { _id } of rows()) before.add(_id)
    done.add(name)
    return json.id ?? id
  }
  const invitation = await own('createInvitation', { subject: 'person', title: '入驻' })
  await own('resendInvitation', {}, invitation)
  await own('revokeInvitation', {}, invitation)
  const batch = await own('createBatch', { title: '十一月' })
  const administrator = { name: '测试员甲', mobile: '13800138000', idNumber: '110101199001010015' }
  const row = { name: '测试甲有限公司', creditCode: '91110000MA0TEA001C', legalName: '测试员乙' }
  await own('addBatchRows', { administrator, rows: [row] }, batch)
  await own('submitBatch', { confirmed: true }, batch)
  expect([...done].sort()).toEqual(withTrace('chain').sort())
  const heads = [...world.store.all('batches'), ...world.store.all('invitations')]
  expect(verifyAudit(rows(), heads)).toEqual([])
  expect(JSON.stringify(rows())).not.toMatch(/测试|1380013|110101/)
})
