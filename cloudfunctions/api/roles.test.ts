import { type BatchWorld, createBatchWorld, operator as owner } from '../../test/support/batch-world'
import { testPerson } from '../../test/support/world'
import { type ActionName, actions } from '../contract/actions'
import { ActionError, errorTexts } from '../domain/errors'
import { covers, type Role } from '../domain/roles'
import { createHandover } from '../usecases/handover/handover'
import { claim } from '../usecases/operator/claim'
import { inviteOperator } from '../usecases/operator/inviteOperator'
import { recordConsent } from '../usecases/verification/recordConsent'
import { start } from '../usecases/verification/start'
import { perform } from './perform'

/** What it takes to call an action; null: every user of the mini-program, for what is his own. */
const needed: Record<ActionName, Role | null> = {
  'myData.see': null,
  'myData.copy': null,
  'myData.withdraw': null,
  'myData.erase': null,
  'request.copy': 'owner',
  'request.withdraw': 'owner',
  'request.erase': 'owner',
  'config.get': null,
  'consent.record': null,
  'contract.open': null,
  'verification.start': null,
  'verification.get': null,
  'verification.refresh': null,
  'verification.list': null,
  'verification.confirmNumber': null,
  'verification.cancel': null,
  'verification.renew': null,
  'verification.outline': null,
  'message.accept': null,
  'phone.number': null,
  'invitation.open': null,
  'invitation.start': null,
  'invitation.finish': null,
  'link.open': null,
  'link.accept': null,
  'handover.create': null,
  'handover.get': null,
  'handover.open': null,
  'operator.me': null,
  'operator.claim': null,
  'operator.list': 'owner',
  'operator.invite': 'owner',
  'operator.withdraw': 'owner',
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
  'batch.remind': 'operator',
  'batch.rowLink': 'viewer',
  'batch.repair': 'operator',
  'batch.resolve': 'operator',
  'batch.cancel': 'operator',
  'batch.export': 'viewer',
  'invitation.template': 'viewer',
  'invitation.create': 'operator',
  'invitation.import': 'operator',
  'invitation.list': 'viewer',
  'invitation.campaigns': 'viewer',
  'invitation.campaign': 'viewer',
  'invitation.get': 'viewer',
  'invitation.revoke': 'operator',
  'invitation.resend': 'operator',
  'invitation.remind': 'operator',
  'invitation.code': 'operator',
  'invitation.sheet': 'operator',
  'workplace.figures': 'viewer',
  'workplace.verifications': 'viewer',
  'workplace.verification': 'viewer',
  'brand.get': 'viewer',
  'brand.save': 'owner',
  'workplace.acceptWeekly': 'viewer',
  'workplace.annotate': 'operator',
  'workplace.outline': 'viewer',
  'workplace.beginExport': 'viewer',
  'workplace.goOnExport': 'viewer',
  'workplace.exports': 'viewer',
  'workplace.exportFile': 'viewer',
  'workplace.exportVerifications': 'viewer',
  'workplace.exportInvitations': 'viewer',
  'workplace.health': 'owner',
  'workplace.reach': 'owner',
  'legacyInvitations.search': 'viewer',
  'legacyInvitations.adopt': 'operator',
  'apiKey.create': 'owner',
  'apiKey.list': 'owner',
  'apiKey.revoke': 'owner',
  'endpoint.create': 'owner',
  'endpoint.list': 'owner',
  'endpoint.switch': 'owner',
  'endpoint.remove': 'owner',
  'endpoint.rotate': 'owner',
  'endpoint.test': 'owner',
  'delivery.list': 'owner',
  'delivery.replay': 'owner',
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

/** Done, or refused with a code of ours: whatever else is thrown would reach people as INTERNAL. */
const isAnswer = (code: unknown): boolean =>
  typeof code === 'string' && code !== 'INTERNAL' && (code === 'no error' || code in errorTexts)

const restricted = Object.entries(needed).flatMap(([action, role]) =>
  role === null ? [] : [[action as ActionName, role] as const],
)

test('every action is in the matrix', () => {
  expect(Object.keys(needed).sort()).toEqual(Object.keys(actions).sort())
})

test.each(restricted)('%s needs %s', async (action, role) => {
  for (const [who, openid] of Object.entries(people)) {
    const allowed = who !== 'nobody' && covers(who as Role, role)
    const code = await codeOf(() => perform(world.deps, openid, action, inputOf(action)))
    if (allowed) expect(`${who} ${isAnswer(code) && code !== 'FORBIDDEN'}`).toBe(`${who} true`)
    else expect(`${who} ${code}`).toBe(`${who} FORBIDDEN`)
  }
})

const open = Object.keys(needed).filter(action => needed[action as ActionName] === null) as ActionName[]

test.each(open)('%s is for everyone', async action => {
  const code = await codeOf(() => perform(world.deps, people.nobody, action, inputOf(action)))
  expect(code).not.toBe('FORBIDDEN')
})

describe('what belongs to somebody else looks exactly like what does not exist', () => {
  const missing = '0'.repeat(32)
  let verification = ''
  let handover = ''
  beforeAll(async () => {
    const { consentId } = await recordConsent(world.deps, 'alice', {
      vendor: 'ess',
      purpose: 'general',
      policyVersion: '1',
    })
    const started = await start(world.deps, 'alice', {
      clientKey: 'key-of-alice-000001',
      vendor: 'ess',
      purpose: 'general',
      consentId,
      way: 'app',
      subject: 'person',
      person: testPerson,
    })
    verification = started.verification.id
    handover = (await createHandover(world.deps, 'alice', { kind: 'start', subject: 'person' })).handover.id
  })

  const own: [ActionName, () => string, string, object][] = [
    ['verification.get', () => verification, 'v', {}],
    ['verification.refresh', () => verification, 'v', {}],
    ['verification.cancel', () => verification, 'v', {}],
    ['verification.confirmNumber', () => verification, 'v', { phoneCode: 'good-code' }],
    ['verification.renew', () => verification, 'v', { attempt: 1, way: 'app' }],
    ['verification.outline', () => verification, 'v', {}],
    ['message.accept', () => verification, 'v', { kinds: ['result'] }],
    ['handover.create', () => verification, 'v', { kind: 'verification' }],
    ['handover.get', () => handover, 'h', {}],
  ]
  test.each(own)('%s', async (action, id, prefix, rest) => {
    const answers = [id(), `${prefix}_${missing}`].map(each =>
      codeOf(() => perform(world.deps, people.nobody, action, { ...rest, id: each })),
    )
    expect(await Promise.all(answers)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    // It is there for its owner.
    const code = await codeOf(() => perform(world.deps, 'alice', action, { ...rest, id: id() }))
    expect(code).not.toBe('NOT_FOUND')
  })

  test.each(restricted)('%s, to whoever is no operator', async action => {
    const [batch] = world.store.all('batches')
    const real = { id: action.startsWith('workplace') ? verification : batch?._id, ids: [verification] }
    const input = Object(inputOf(action))
    const answers = [input, { ...input, ...real }].map(each =>
      codeOf(() => perform(world.deps, people.nobody, action, each)),
    )
    expect(await Promise.all(answers)).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  })
})

/** The check comes before anything is looked at: an input about things that do not exist is enough. */
function inputOf(action: ActionName): unknown {
  const room = action.split('.')[0] ?? ''
  const prefix = { operator: 'o', invitation: 'i', workplace: 'v' }[room] ?? 'b'
  const id = `${prefix}_${'0'.repeat(32)}`
  const administrator = { name: '甲', mobile: '13800138000', idType: 'residentId', idNumber: '' }
  return {
    id,
    rowId: `${id}_00001`,
    rowIds: [`${id}_00001`],
    fields: {},
    group: `${'0'.repeat(16)}_1`,
    decision: 'cancel',
    what: 'board',
    language: 'zh',
    kind: 'licence',
    fileId: null,
    scopes: ['read'],
    url: 'https://hook.example.com/',
    active: true,
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
    ids: [id],
    campaignId: `m_${'0'.repeat(32)}`,
    subject: 'person',
    form: 'miniProgramCode',
    part: 1,
    days: 1,
    newCode: false,
    most: 1,
    bizId: '',
    note: '',
    tag: null,
    color: '#017a3b',
    name: 'x',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    invitee: {},
    from: 0,
    until: 1,
    format: 'csv',
    about: { invitation: id },
    reference: 'R-1',
    ...(action === 'invitation.import' && { source: { kind: 'text', text: '姓名\t手机号' } }),
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
