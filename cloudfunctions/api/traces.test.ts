import * as v from 'valibot'
import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
} from '../../test/support/batch-world'
import { type ActionName, actions, type Trace } from '../contract/actions'
import { operatorId } from '../usecases/operator/identity'
import { perform } from './perform'

/** Whatever an operator does beyond looking leaves a row that says who, what, and about what. */

let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  const search = async () => ({ kind: 'ok' as const, value: { total: 1, items: [legacy] } })
  world.deps.drivers = new Map([['ess', { ...driver, legacyInvitations: { search } }]])
})

const legacy = {
  subject: 'person' as const,
  bizId: 'old-1',
  redirectUrl: '',
  callbackUrl: '',
  invitee: { name: '测试员甲', mobile: '13800138000', email: '', idNumber: '', paper: null },
  organization: null,
  state: 'started' as const,
  rawStatus: '1',
  notifyType: 'sms' as const,
}
const names = Object.keys(actions) as ActionName[]
const traceOf = (name: ActionName): Trace => actions[name].trace
const withTrace = (trace: Trace) => names.filter(name => traceOf(name) === trace)
const rows = () => world.store.all('audit')
const acts = () => rows().flatMap(row => ('chain' in row && row.chain === 'acts' ? [row] : []))
const me = () => operatorId(world.deps, operator)

test.each(withTrace('act'))('%s leaves its row before it is done, also when it fails', async name => {
  const before = acts().length
  await perform(world.deps, operator, name, {}).catch(() => {})
  const [row, ...others] = acts().slice(before)
  expect(others).toEqual([])
  expect(row).toMatchObject({ event: name, operator: me(), sequence: before + 1 })
})

test('the row names what it is about and the role that is given, and nothing that was typed', async () => {
  await done('operator.invite', { role: 'viewer', label: '王芳' })
  const id = await world.batchOf(1)
  await done('batch.saveRow', { id, rowId: `${id}_00001`, fields: { adminName: '测试员丙' } })
  expect(acts().slice(-2)).toMatchObject([
    { event: 'operator.invite', subject: '', detail: 'viewer' },
    { event: 'batch.saveRow', subject: `${id}_00001`, detail: '' },
  ])
  expect(JSON.stringify(rows())).not.toMatch(/王芳|测试员|olivia|138001/)
})

test('who may not, leaves none', async () => {
  const before = rows().length
  for (const name of withTrace('act'))
    await expect(perform(world.deps, 'mallory', name, {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(rows()).toHaveLength(before)
})

type Content = Record<string, unknown>
const text = (...lines: string[]) => ({ kind: 'text', text: lines.join('\n') })
const clientKey = 'key-of-one-intent-0001'
const invitation = async (): Promise<string> =>
  String(
    Object(await done('invitation.create', { clientKey, subject: 'person', title: '入驻' })).invitation.id,
  )
const batch = () => world.batchOf(2)

/** A call of each action whose use case leaves the rows. */
const calls: Record<string, () => Content | Promise<Content>> = {
  'batch.create': () => ({
    clientKey,
    title: '十一月',
    linkMode: 'single',
    source: text(headingLine, line(1)),
  }),
  'batch.removeRows': async () => withRow(await batch()),
  'batch.submit': async () => ({ id: await batch(), confirmed: true }),
  'batch.repair': async () => ({
    ...withRow(await batch()),
    administrator: { name: '测试员丙', mobile: '13800138002' },
  }),
  'batch.resolve': async () => ({ ...withRow(await batch()), decision: 'resubmit' }),
  'batch.cancel': async () => ({ id: await batch() }),
  'invitation.create': () => ({ clientKey, subject: 'person', title: '入驻' }),
  'invitation.import': () => ({
    clientKey,
    subject: 'person',
    title: '入驻',
    source: text('姓名\t手机号', '测试员甲\t13800138000'),
  }),
  'invitation.revoke': async () => ({ ids: [await invitation()] }),
  'invitation.resend': async () => ({ id: await invitation(), days: 7, newCode: false }),
  'legacyInvitations.adopt': () => ({ invitationId: 'task-1', title: '重新认证' }),
  'request.copy': async () => ({ about: { invitation: await invitation() }, reference: 'R-1' }),
  'request.withdraw': async () => ({
    about: { invitation: await invitation() },
    reference: 'R-1',
    confirmed: true,
  }),
  'request.erase': async () => ({
    about: { row: `${await batch()}_00001` },
    reference: 'R-1',
    confirmed: true,
  }),
  'apiKey.create': () => ({ label: '测试系统', scopes: ['read'] }),
  'apiKey.revoke': async () => {
    await done('apiKey.create', { label: '测试系统', scopes: ['read'] })
    return { id: world.store.all('api_keys')[0]?._id }
  },
}
const withRow = (id: string) => ({ id, rowIds: [`${id}_00001`] })

test('every such action has a call here; what people do to their own is in usecases/personal', () => {
  const own = withTrace('chain').filter(name => actions[name].caller === 'everyone')
  expect(own.sort()).toEqual(['myData.copy', 'myData.erase', 'myData.withdraw', 'operator.claim'])
  expect([...Object.keys(calls), ...own].sort()).toEqual(withTrace('chain').sort())
})

test.each(Object.keys(calls) as ActionName[])('%s leaves a row with who did it', async name => {
  const input = (await calls[name]?.()) ?? {}
  const before = new Set(rows().map(({ _id }) => _id))
  await done(name, input)
  const mine = rows().filter(row => !before.has(row._id) && 'operator' in row && row.operator === me())
  expect(mine.length).toBeGreaterThan(0)
})

test('who becomes an operator by a code stands in the chain of acts', async () => {
  const { code } = Object(await done('operator.invite', { role: 'viewer', label: '王芳' }))
  await perform(world.deps, 'peter', 'operator.claim', { code })
  expect(acts().at(-1)).toMatchObject({
    event: 'operator.claim',
    operator: operatorId(world.deps, 'peter'),
    detail: 'viewer',
  })
})

function done(name: ActionName, input: object): Promise<unknown> {
  return perform(world.deps, operator, name, v.parse(actions[name].input, input))
}
