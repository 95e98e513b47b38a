import { createInvitationWorld, type InvitationWorld } from '../../test/support/invitation-world'
import type { Fact, Standing } from '../domain/decide'
import type { Outline } from '../domain/outline'
import type { Outcome, Started } from '../vendors/driver'
import { answer } from './answer'

/**
 * Whatever a vendor says in its own words, people are told it in ours. Here every word of the vendor is one that is
 * found again, in whatever answer it turns up.
 */
const word = 'VendorsOwnWord'

const standings: Readonly<Record<Standing, true>> = {
  accepted: true,
  refused: true,
  lost: true,
  unproven: true,
  started: true,
  reviewing: true,
  verified: true,
  rejected: true,
  expired: true,
  revoked: true,
}
const facts = Object.keys(standings).map((standing): [string, Outcome<Fact>] => [
  `it stands at ${standing}`,
  { kind: 'ok', value: { standing: standing as Standing, assurance: null, rawStatus: word } },
])
const failures = (['rejected', 'transient', 'indeterminate', 'misconfigured'] as const).map(
  (kind): [string, Extract<Outcome<never>, { kind: typeof kind }>] => [
    `it is ${kind}`,
    { kind, code: word, detail: word },
  ],
)
const begun: [string, Outcome<Started>] = [
  'begun',
  {
    kind: 'ok',
    value: {
      kind: 'handoff',
      refs: { flowId: 'flow' },
      handoff: {
        kind: 'plugin',
        url: 'plugin://example/page?ticket=t',
        events: { done: 'passed' },
        leaveEvent: 'leave',
      },
    },
  },
]
const flow = { subject: 'person', id: word, ours: true, rawState: word, failure: word } as const
const step = { kind: 'other', maker: null, id: word, rawKind: word, state: 'failed' } as const
const outline: Outline = {
  ...flow,
  state: 'failed',
  steps: [step],
  createdAt: 1,
  changedAt: 2,
  related: [{ ...flow, state: 'unknown', steps: [step] }],
}

let world: InvitationWorld
let told: string[]
beforeEach(async () => {
  world = await createInvitationWorld()
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  world.deps.drivers = new Map([
    ['qiyuesuo', { ...driver, outline: async () => ({ kind: 'ok', value: outline }) }],
  ])
  told = []
})

async function hear(action: string, input: object): Promise<Record<string, unknown>> {
  const { deps } = world
  const given = await answer({
    event: { action, input },
    openid: 'ivan',
    dependencies: () => deps,
    log: deps.log,
  })
  told.push(`${action}: ${JSON.stringify(given)}`)
  return Object('data' in given ? given.data : {})
}

/** All that somebody may ask about what is his own. */
async function askAll(token: string): Promise<void> {
  const { items } = await hear('verification.list', {})
  const [{ id = '', attempt = 0 } = {}] = items as { id?: string; attempt?: number }[]
  await hear('verification.refresh', { id })
  await hear('verification.get', { id })
  await hear('verification.outline', { id })
  await hear('verification.renew', { id, attempt, way: 'app' })
  await hear('verification.confirmNumber', { id, phoneCode: 'good-code' })
  await hear('invitation.open', { token })
  await hear('invitation.finish', { token })
  const { handover, image } = await hear('handover.create', { kind: 'verification', id })
  const code = Buffer.from(String(image).split(',')[1] ?? '', 'base64').toString()
  await hear('handover.open', { token: code.split('h=')[1] })
  await hear('handover.get', { id: Object(handover).id })
  await hear('myData.see', {})
  const { content } = await hear('myData.copy', {})
  told.push(Buffer.from(String(content), 'base64').toString())
  await hear('verification.cancel', { id })
  await hear('verification.list', {})
}

async function walk(): Promise<void> {
  const token = await world.tokenOf(await world.invite())
  const { outcome } = await world.begin(token, 'ivan')
  expect(outcome).toBe('started')
  await askAll(token)
  expect(told.join()).toContain('"vendorIds"')
}

const silent = () => told.filter(each => each.includes(word))

test.each([
  ...failures,
  begun,
  ['known before', { kind: 'ok', value: { kind: 'already', rawStatus: word } }],
] as [string, Outcome<Started>][])('at the start: %s', async (_, outcome) => {
  world.vendor.onStart = () => outcome
  await walk()
  expect(silent()).toEqual([])
})

test.each<[string, Outcome<Fact>]>([...failures, ...facts])('when it is asked: %s', async (_, outcome) => {
  world.vendor.onStart = () => begun[1]
  world.vendor.onQuery = () => outcome
  await walk()
  expect(silent()).toEqual([])
  expect(told.join()).toContain('verification.outline: {"ok":true')
})

test.each(failures)('opening a contract: %s', async (_, outcome) => {
  world.vendor.onContract = () => outcome
  const { consentId } = await hear('consent.record', {
    vendor: 'qiyuesuo',
    purpose: 'contract',
    policyVersion: '1',
    accepted: true,
  })
  await hear('contract.open', {
    vendor: 'qiyuesuo',
    contractId: '3000000000000000001',
    phoneCode: 'good-code',
    consentId,
    intent: 'sign',
  })
  expect(told.join()).toMatch(/CONTRACT_NOT_VISIBLE|VENDOR_UNAVAILABLE|NOT_CONFIGURED/)
  expect(silent()).toEqual([])
})

test.each(failures)('an outline: %s', async (_, outcome) => {
  world.vendor.onStart = () => begun[1]
  for (const driver of world.deps.drivers.values()) driver.outline = async () => outcome
  await walk()
  expect(told.join()).toMatch(
    /verification.outline: {"ok":false,"error":{"code":"(VENDOR_\w+|NOT_CONFIGURED)"/,
  )
  expect(silent()).toEqual([])
})
