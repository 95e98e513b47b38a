import * as v from 'valibot'
import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
} from '../../test/support/batch-world'
import { testPerson } from '../../test/support/world'
import { type ActionName, actions, type Repeat } from '../contract/actions'
import { ActionError } from '../domain/errors'
import { createInvitation } from '../usecases/invitation/create'
import { tokenOf } from '../usecases/invitation/token'
import { perform } from './perform'

/** The rule of whatever makes something: the same key and content is the same call, other content is refused. */

let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  world.deps.drivers = new Map([['ess', { ...driver, legacyInvitations: legacy }]])
})

const legacy = {
  search: async () => ({
    kind: 'ok' as const,
    value: {
      total: 1,
      items: [
        {
          subject: 'person' as const,
          bizId: 'old-1',
          redirectUrl: '',
          callbackUrl: '',
          invitee: { name: '测试员甲', mobile: '13800138000', email: '', idNumber: '', paper: null },
          organization: null,
          state: 'started' as const,
          rawStatus: '1',
          notifyType: 'sms' as const,
        },
      ],
    },
  }),
}

const clientKey = 'key-of-one-intent-0001'
type Content = Record<string, unknown>
/** What is asked for, and how it would be something else. `of` makes what the call is about. */
interface Sample {
  of?: () => Promise<Content>
  content: Content
  other: Content
}

const text = (...lines: string[]) => ({ kind: 'text', text: lines.join('\n') })
const upload = (name: string, content: string) => {
  const fileId = `cloud://env/imports/${name.padStart(16, '0')}.csv`
  world.files.set(fileId, Buffer.from(content))
  return { source: { kind: 'file', fileId } }
}
const person = { subject: 'person', title: '供应商入驻' }
const consented = async () => ({ consentId: (await consent()).consentId })
const consent = async () =>
  (await done('consent.record', { vendor: 'ess', policyVersion: '1', accepted: true })) as {
    consentId: string
  }

async function invitation(): Promise<Content> {
  const input = v.parse(actions['invitation.create'].input, {
    ...person,
    clientKey: 'key-of-another-1',
    invitee,
  })
  return { id: (await createInvitation(world.deps, operator, input)).invitation.id }
}
const invitee = { name: '测试员甲', mobile: '13800138000', idNumber: testPerson.idNumber }

async function invited(): Promise<Content> {
  const { id } = await invitation()
  const input = { vendor: 'ess', purpose: 'invitation', policyVersion: '1', accepted: true }
  const { consentId } = (await done('consent.record', input)) as { consentId: string }
  return { token: tokenOf(world.deps, String(id), 1), consentId }
}

async function endpoint(): Promise<Content> {
  const made = (await done('endpoint.create', { url: 'https://hook.example.com/' })) as {
    endpoint: { id: string }
  }
  return { id: made.endpoint.id }
}

async function delivery(): Promise<Content> {
  await done('endpoint.test', await endpoint())
  return { id: world.store.all('deliveries')[0]?._id }
}

const batch = { title: '十一月', linkMode: 'single' }
const startOf = { vendor: 'ess', subject: 'person', person: testPerson }

/** Every action that is not harmless to repeat, with a case for each way its content can be other. */
const samples: Partial<Record<ActionName, Sample[]>> = {
  'consent.record': [
    {
      content: { vendor: 'ess', policyVersion: '1', accepted: true },
      other: { vendor: 'ess', policyVersion: '1', accepted: true, purpose: 'other' },
    },
  ],
  'verification.start': [
    { of: consented, content: startOf, other: { ...startOf, person: { ...testPerson, name: '测试员乙' } } },
  ],
  'invitation.start': [
    {
      of: invited,
      content: { vendor: 'ess', subject: 'person', invitee: {} },
      other: { vendor: 'ess', subject: 'person', invitee: { name: '测试员乙' } },
    },
  ],
  'phone.number': [{ content: { code: 'good-code' }, other: { code: 'another-code' } }],
  'handover.create': [
    { content: { kind: 'start', subject: 'person' }, other: { kind: 'start', subject: 'organization' } },
  ],
  'operator.invite': [
    { content: { role: 'viewer', label: '王芳' }, other: { role: 'owner', label: '王芳' } },
    { content: { role: 'viewer', label: '王芳' }, other: { role: 'viewer', label: '韩梅梅' } },
  ],
  'batch.create': [
    {
      content: { ...batch, source: text(headingLine, line(1)) },
      other: { ...batch, source: text(headingLine, line(2)) },
    },
    {
      content: { ...batch, source: { kind: 'empty' } },
      other: { ...batch, source: { kind: 'empty' }, title: '十二月' },
    },
    {
      content: { ...batch, source: text(headingLine, line(1)) },
      other: {
        ...batch,
        source: text(headingLine, line(1)),
        administrator: { name: '测试员甲', mobile: '13800138000' },
      },
    },
  ],
  'batch.saveRow': [
    {
      of: async () => ({ id: await world.batchOf(1) }),
      content: { fields: { name: '示例甲有限公司' } },
      other: { fields: { name: '示例乙有限公司' } },
    },
  ],
  'invitation.create': [
    { content: person, other: { ...person, bizId: 'order-8' } },
    { content: { ...person, invitee }, other: { ...person, invitee: { ...invitee, mobile: '13800138001' } } },
    { content: { ...person, most: 1 }, other: { ...person, most: 2 } },
  ],
  'invitation.import': [
    {
      content: { ...person, source: text('姓名\t手机号', '测试员甲\t13800138000') },
      other: { ...person, source: text('姓名\t手机号', '测试员乙\t13800138001') },
    },
    {
      content: { ...person, source: text('姓名\t手机号', '测试员甲\t13800138000') },
      other: { ...person, source: text('姓名\t手机号', '测试员甲\t13800138000'), days: 7 },
    },
  ],
  'invitation.resend': [
    { of: invitation, content: { newCode: true }, other: { newCode: false } },
    { of: invitation, content: { days: 7 }, other: { days: 8 } },
  ],
  'legacyInvitations.adopt': [
    {
      content: { invitationId: 'task-1', title: '重新认证' },
      other: { invitationId: 'task-1', title: '别的' },
    },
  ],
  'apiKey.create': [
    {
      content: { label: '测试系统', scopes: ['read'] },
      other: { label: '测试系统', scopes: ['read', 'invite'] },
    },
  ],
  'workplace.beginExport': [
    {
      content: { of: 'verifications', format: 'csv', language: 'zh' },
      other: { of: 'verifications', format: 'csv', language: 'en' },
    },
  ],
  'endpoint.create': [
    { content: { url: 'https://hook.example.com/' }, other: { url: 'https://hook.example.com/other' } },
  ],
  'brand.save': [
    { content: { name: '示例集团', color: '#017a3b' }, other: { name: '示例集团', color: '#1a5fb4' } },
  ],
  'endpoint.rotate': [{ of: endpoint, content: {}, other: { id: `we_${'0'.repeat(32)}` } }],
  'endpoint.test': [{ of: endpoint, content: {}, other: { id: `we_${'0'.repeat(32)}` } }],
  'delivery.replay': [{ of: delivery, content: {}, other: { id: `dl_${'0'.repeat(32)}` } }],
}

/** Guards of their own, with tests of their own: the number of the attempt, a code for one person. */
const guarded: readonly ActionName[] = ['verification.renew', 'operator.claim']

const names = Object.keys(actions) as ActionName[]
const repeatOf = (name: ActionName): Repeat => actions[name].repeat
const making = names.filter(name => repeatOf(name) !== 'harmless' && !guarded.includes(name))

test('every action that makes something has its cases here', () => {
  expect(Object.keys(samples).sort()).toEqual([...making].sort())
})

test('no action whose name says that it makes something is called harmless', () => {
  const says =
    /\.(create|import|invite|start|adopt|rotate|record|test|replay|resend|save\w*|add\w*|new\w*|make\w*)$/
  const wrong = names.filter(name => says.test(name) && repeatOf(name) === 'harmless')
  expect(wrong).toEqual([])
})

const cases = Object.entries(samples).flatMap(([name, list]) =>
  list.map((sample, index) => [`${name} ${index + 1}`, name as ActionName, sample] as const),
)

describe.each(cases)('%s', (_title, name, { of, content, other }) => {
  test('the same again is answered again, and done once', async () => {
    const about = await of?.()
    const first = await done(name, { ...about, ...content, clientKey })
    const made = documents()
    for (const _again of [1, 2]) {
      expect(withoutOutcome(await done(name, { ...about, ...content, clientKey }))).toEqual(
        withoutOutcome(first),
      )
      expect(documents()).toEqual(made)
    }
  })

  test('other content with the same key is refused, and nothing is written', async () => {
    const about = await of?.()
    await done(name, { ...about, ...content, clientKey })
    const made = everything()
    await expect(done(name, { ...about, ...other, clientKey })).rejects.toMatchObject({
      code: 'KEY_CONFLICT',
    })
    expect(everything()).toEqual(made)
  })
})

/** Whose answer holds a secret or leads to what was made: it must be that of what is stored. */
const secretive: readonly ActionName[] = [
  'operator.invite',
  'apiKey.create',
  'endpoint.create',
  'endpoint.rotate',
  'endpoint.test',
  'handover.create',
]

test.each(secretive)(
  '%s: what died at any write is completed by the next try, and is one thing',
  async name => {
    const [sample] = samples[name] ?? []
    const about = await sample?.of?.()
    const input = { ...about, ...sample?.content }
    const reference = await grownBy(() => done(name, { ...input, clientKey: 'key-of-a-reference-1' }))
    for (let last = 0; ; last++) {
      const call = () => done(name, { ...input, clientKey: `key-of-a-try-${String(last).padStart(6, '0')}` })
      let writes = 0
      world.store.beforeWrite(() => {
        writes += 1
        if (writes > last) throw new Error('died')
      })
      let died = false
      const grown = await grownBy(async () => {
        await call().catch(() => {
          died = true
        })
        world.store.beforeWrite(() => {})
        // Longer than whoever died holds its place.
        world.pass(120_000)
        const answer = await call()
        expect(await call()).toEqual(answer)
      })
      expect(grown).toEqual(reference)
      if (!died) return
    }
  },
)

test('the secret of a call that died is the one that is stored', async () => {
  const input = { url: 'https://hook.example.com/', clientKey }
  world.store.beforeWrite((operation, collection) => {
    if (collection === 'kept_answers' && operation !== 'insert') throw new Error('died')
  })
  await expect(done('endpoint.create', input)).rejects.toThrow('died')
  world.store.beforeWrite(() => {})
  await expect(done('endpoint.create', input)).rejects.toMatchObject({ code: 'START_IN_PROGRESS' })
  world.pass(120_000)
  const { endpoint: made, secret } = (await done('endpoint.create', input)) as Secret
  const [stored] = world.store.all('endpoints')
  expect(
    JSON.stringify(world.deps.vault.open(stored?.sealed ?? '', { kind: 'endpointSecrets', id: made.id })),
  ).toContain(secret)
})
interface Secret {
  endpoint: { id: string }
  secret: string
}

test('what is shown once is kept sealed, and for its time only', async () => {
  const input = { role: 'viewer', label: '王芳', clientKey }
  const { code } = (await done('operator.invite', input)) as { code: string }
  const kept = JSON.stringify(world.store.all('kept_answers'))
  expect(kept).not.toContain(code)
  expect(kept).not.toContain('王芳')
  const [place] = world.store.all('kept_answers')
  expect(Number(place?.expiresAt) - world.deps.clock()).toBe(24 * 3600_000)
})

test('the key of one caller is nobody else’s', async () => {
  const content = { kind: 'start', subject: 'person', clientKey }
  const mine = (await done('handover.create', content)) as { handover: { id: string } }
  const other = (await perform(world.deps, 'bob', 'handover.create', content)) as { handover: { id: string } }
  expect(other.handover.id).not.toBe(mine.handover.id)
})

describe('a spreadsheet that was uploaded', () => {
  const rows = [headingLine, line(1)].join('\n').replaceAll('\t', ',')
  const create = (content: Content) => done('batch.create', { ...batch, ...content, clientKey })

  test('is known again after it was read and deleted', async () => {
    const content = upload('first', rows)
    expect(await create(content)).toMatchObject({ outcome: 'created' })
    expect(world.files.size).toBe(0)
    expect(await create(content)).toMatchObject({ outcome: 'repeated' })
  })

  test('is known again by what is in it, under another name', async () => {
    await create(upload('first', rows))
    expect(await create(upload('second', rows))).toMatchObject({ outcome: 'repeated' })
    expect(world.files.size).toBe(0)
  })

  test('is refused with the key of another one, and deleted all the same', async () => {
    await create(upload('first', rows))
    const made = everything()
    const other = create(upload('second', rows.replace('示例第1号', '示例第2号')))
    await expect(other).rejects.toMatchObject({ code: 'KEY_CONFLICT' })
    expect(world.files.size).toBe(0)
    expect(everything()).toEqual(made)
  })
})

test('rows of one spreadsheet never meet those of another that died half-way with the same key', async () => {
  const sheet = (...numbers: number[]) => text(headingLine, ...numbers.map(number => line(number)))
  const create = (source: Content) => done('batch.create', { ...batch, source, clientKey })
  world.store.beforeWrite((_operation, collection) => {
    if (collection === 'batches') throw new Error('died')
  })
  await expect(create(sheet(1, 2))).rejects.toThrow('died')
  world.store.beforeWrite(() => {})
  await expect(create(sheet(3, 4))).rejects.toMatchObject({ code: 'KEY_CONFLICT' })
  expect(await create(sheet(1, 2))).toMatchObject({ outcome: 'created' })
})

/** As the entry does: parsed with the action's own schema. */
async function done(name: ActionName, { clientKey: key, ...content }: Content): Promise<unknown> {
  const repeat = repeatOf(name)
  // Some are known by a field of their own.
  const keyless = typeof repeat === 'object' && 'knownBy' in repeat && repeat.knownBy !== 'clientKey'
  const input = keyless ? content : { ...content, clientKey: key }
  const parsed = v.safeParse(actions[name].input, input)
  if (!parsed.success) throw new ActionError('INVALID_INPUT', v.getDotPath(parsed.issues[0]) ?? 'input')
  return perform(world.deps, operator, name, parsed.output)
}

/** What says that this is an answer again is no part of it; a ticket is never kept. */
function withoutOutcome(answer: unknown): unknown {
  const { outcome: _, handoff: __, ...rest } = Object(answer)
  return rest
}

const collections = [
  'verifications',
  'consents',
  'batches',
  'batch_rows',
  'campaigns',
  'invitations',
  'invitation_uses',
  'handovers',
  'operator_codes',
  'api_keys',
  'endpoints',
  'events',
  'deliveries',
  'audit',
  'files',
] as const

const documents = () => Object.fromEntries(collections.map(name => [name, world.store.all(name).length]))
const everything = () => [...collections, 'kept_answers' as const].map(name => world.store.all(name))

/** Without the chain of acts, whose rows say what was asked for: a try that died has left one, and the next leaves it again. */
const grown = () => ({
  ...documents(),
  audit: world.store.all('audit').filter(row => !('chain' in row)).length,
})

async function grownBy(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before: Record<string, number> = grown()
  await act()
  const after: Record<string, number> = grown()
  return Object.fromEntries(collections.map(name => [name, (after[name] ?? 0) - (before[name] ?? 0)]))
}
