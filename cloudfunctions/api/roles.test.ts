import { type BatchWorld, createBatchWorld, operator as owner } from '../../test/support/batch-world'
import { type ActionName, actionInputs } from '../contract/actions'
import { ActionError } from '../domain/errors'
import { covers, type Role } from '../domain/roles'
import { claim, inviteOperator } from '../usecases/operator'
import { handlers } from './handlers'

/** What it takes to call an action; null: every user of the mini-program, for what is his own. */
const needed: Record<ActionName, Role | null> = {
  'config.get': null,
  'consent.record': null,
  'contract.open': null,
  'verification.start': null,
  'verification.get': null,
  'verification.refresh': null,
  'verification.list': null,
  'verification.cancel': null,
  'verification.renew': null,
  'verification.outline': null,
  'operator.me': null,
  'operator.claim': null,
  'operator.list': 'owner',
  'operator.invite': 'owner',
  'operator.remove': 'owner',
  'batch.template': 'viewer',
  'batch.create': 'operator',
  'batch.list': 'viewer',
  'batch.get': 'viewer',
  'batch.refresh': 'viewer',
  'batch.row': 'viewer',
  'batch.saveRow': 'operator',
  'batch.removeRows': 'operator',
  'batch.attach': 'operator',
  'batch.fix': 'operator',
  'batch.submit': 'operator',
  'batch.links': 'viewer',
  'batch.link': 'operator',
  'batch.rowLink': 'viewer',
  'batch.repair': 'operator',
  'batch.resolve': 'operator',
  'batch.cancel': 'operator',
  'batch.export': 'viewer',
  'legacyInvitations.search': 'viewer',
}

let world: BatchWorld
const people: Record<Role | 'nobody', string> = {
  nobody: 'mallory',
  viewer: 'vera',
  operator: 'oskar',
  owner,
}

beforeAll(async () => {
  world = await createBatchWorld()
  await world.batchOf(1)
  for (const role of ['viewer', 'operator'] as const) {
    const { code } = await inviteOperator(world.deps, owner, { role, label: role })
    await claim(world.deps, people[role], { code })
  }
})

const restricted = Object.entries(needed).flatMap(([action, role]) =>
  role === null ? [] : [[action as ActionName, role] as const],
)

test('every action is in the matrix', () => {
  expect(Object.keys(needed).sort()).toEqual(Object.keys(actionInputs).sort())
})

test.each(restricted)('%s needs %s', async (action, role) => {
  for (const [who, openid] of Object.entries(people)) {
    const allowed = who !== 'nobody' && covers(who as Role, role)
    const code = await codeOf(() => handlers[action](world.deps, openid, inputOf(action)))
    if (allowed) expect(`${who} ${code}`).not.toBe(`${who} FORBIDDEN`)
    else expect(`${who} ${code}`).toBe(`${who} FORBIDDEN`)
  }
})

/** The check comes before anything is looked at: an input about things that do not exist is enough. */
function inputOf(action: ActionName): unknown {
  const id = `b_${'0'.repeat(32)}`
  const administrator = { name: '甲', mobile: '13800138000', idType: 'residentId', idNumber: '' }
  return {
    id: action === 'operator.remove' ? `o_${'0'.repeat(32)}` : id,
    rowId: `${id}_00001`,
    rowIds: [`${id}_00001`],
    fields: {},
    group: `${'0'.repeat(16)}_1`,
    decision: 'cancel',
    what: 'board',
    language: 'zh',
    kind: 'licence',
    fileId: null,
    since: 0,
    limit: 20,
    administrator,
    invitationId: 'x',
    offset: 0,
    size: 20,
    role: 'viewer',
    label: 'x',
    clientKey: 'key-of-roles-matrix-1',
    title: 'x',
    linkMode: 'single',
    authorization: null,
    source: { kind: 'empty' },
    ...(action === 'batch.create' && { administrator: undefined }),
  }
}

async function codeOf(call: () => unknown): Promise<string> {
  try {
    await call()
    return 'no error'
  } catch (error) {
    return error instanceof ActionError ? error.code : String(error)
  }
}
