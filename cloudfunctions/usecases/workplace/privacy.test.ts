import { invitationOf } from '../../../test/support/stored'
import { createWorld, testPerson, type World } from '../../../test/support/world'
import { readFile } from '../../platform/sheet/readFile'
import { searchKeys } from '../kit/searchKeys'
import { claim } from '../operator/claim'
import { cancel } from '../verification/cancel'
import { start } from '../verification/start'
import { exportInvitations, exportVerifications } from './export'
import { figures } from './figures'
import { caseOf, caseOutline, searchVerifications } from './verifications'

const alice = 'oA11CE-openid-of-the-user-00'
const olivia = 'o0L1V1A-openid-of-operator-0'
const bankNumber = '6222020200112233445'
const bankMobile = '13900139000'
const secrets = {
  'id number': testPerson.idNumber,
  mobile: testPerson.contact.value,
  'bank card': bankNumber,
  'mobile at the bank': bankMobile,
  name: testPerson.name,
  openid: alice,
  'openid of the operator': olivia,
}

let world: World
let answers: Record<string, unknown>
beforeAll(async () => {
  world = createWorld()
  const { deps } = world
  await claim(deps, olivia, { code: 'setup-code' })
  const person = { ...testPerson, bankNumber, bankMobile }
  const { verification } = await start(deps, alice, await world.startInput({ person }, alice))
  const { id } = verification
  await cancel(deps, alice, { id })
  const known = searchKeys(deps, [testPerson.name, testPerson.contact.value, testPerson.idNumber])
  const { version = 0 } = (await world.store.get('verifications', id)) ?? {}
  await world.store.replace('verifications', id, version, { searchKeys: known })
  const sealed = deps.vault.seal(
    { name: testPerson.name, mobile: testPerson.contact.value },
    { kind: 'invitationInvitee', id: 'i' },
  )
  const masked = { maskedName: '测试**', maskedContact: '138****8000' }
  const invitation = invitationOf(1, { owner: olivia, sealed, searchKeys: known, ...masked })
  await world.store.insert('invitations', invitation)

  const text = testPerson.contact.value
  const file = { format: 'xlsx', language: 'zh' } as const
  answers = {
    'workplace.verifications': await searchVerifications(deps, olivia, { text, limit: 20 }),
    'workplace.verification': await caseOf(deps, olivia, { id }),
    'workplace.outline': await caseOutline(deps, olivia, { id }),
    'workplace.figures': await figures(deps, olivia, { from: 1_700_000_000_000, until: 1_700_000_100_000 }),
    'workplace.exportVerifications': await opened(exportVerifications(deps, olivia, { ...file, text })),
    'workplace.exportInvitations': await opened(exportInvitations(deps, olivia, file)),
  }
})

/** What can be read in a file. */
const opened = async (file: Promise<{ name: string; content: string }>) => {
  const { name, content } = await file
  return { name, lines: readFile(Buffer.from(content, 'base64'))[0]?.lines ?? [] }
}

const actions = [
  'workplace.verifications',
  'workplace.verification',
  'workplace.outline',
  'workplace.figures',
  'workplace.exportVerifications',
  'workplace.exportInvitations',
]

test.each(actions)('%s tells no number, no name and no openid', action => {
  const told = JSON.stringify(answers[action])
  const found = Object.entries(secrets).filter(([, secret]) => told.includes(secret))
  expect(found.map(([what]) => what)).toEqual([])
})

test.each(actions)('%s hands out nothing that is sealed, no digest and no key of it', action => {
  const told = JSON.stringify(answers[action])
  const [verification] = world.store.all('verifications')
  const [invitation] = world.store.all('invitations')
  const inner = [
    ...[verification?.sealed, verification?.bodyHash, verification?.auditHash, verification?.consentId],
    ...[invitation?.sealed, ...(verification?.searchKeys ?? [])],
  ]
  expect(inner).toHaveLength(8)
  expect(inner.filter(each => typeof each !== 'string' || told.includes(each))).toEqual([])
})

test('the person is there, in part', () => {
  for (const action of actions.filter(each => !/outline|figures/.test(each))) {
    expect([action, JSON.stringify(answers[action]).includes('测试**')]).toEqual([action, true])
  }
})
