import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import { proven, testOrganization, testPerson } from '../../../test/support/world'
import type { Verification } from '../../domain/verification'
import { resendInvitation } from '../invitation/manage'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { copyMyData } from './copy'
import { eraseMine } from './erase'
import { copyOnRequest } from './request'
import { seeMyData } from './see'

/** Whoever holds the code of another may begin on it. What operators have filled in about that other stays here. */

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const stranger = 'mallory'
const invitee = { name: testPerson.name, mobile: testPerson.contact.value, idNumber: testPerson.idNumber }
const textOf = ({ content }: { content: string }) => Buffer.from(content, 'base64').toString()
const copied = async () => textOf(await copyMyData(world.deps, stranger))
const copyOf = async () => JSON.parse(await copied())
const invitation = () => world.store.all('invitations')[0]
const only = () => world.store.all('verifications')[0]

async function begun(): Promise<string> {
  const id = await world.invite({ invitee })
  await world.begin(await world.tokenOf(id), stranger, { invitee: {} })
  return id
}
const change = async (changes: Partial<Verification>) => {
  const found = only()
  await world.store.replace('verifications', found?._id ?? '', found?.version ?? 0, changes)
}

test('a copy shows it as the page did, of the invitation and of the verification', async () => {
  await begun()
  for (const value of Object.values(invitee)) expect(await copied()).not.toContain(value)
  const masked = { name: '测试**', idNumber: '1101****15' }
  const { verifications, invitations } = await copyOf()
  expect(invitations).toMatchObject([{ filledIn: { ...masked, mobile: '138****8000' } }])
  const person = { ...masked, contact: { type: 'mobile', value: '138****8000' }, mode: 'any' }
  expect(verifications).toMatchObject([{ submitted: { subject: 'person', person } }])
})

test('numbers of a bank and what is filled in about an organization are no exception', async () => {
  await begun()
  const bank = { bankNumber: '6222020200112233445', bankMobile: '13900139000' }
  const place = { kind: 'verificationFields', id: only()?._id ?? '' } as const
  const { contact, mode, idType } = testPerson
  const person = { contact, mode, idType, ...bank }
  await change({ sealed: world.deps.vault.seal({ subject: 'person', person }, place) })
  const shown = (await copyOf()).verifications[0].submitted.person
  expect(shown).toMatchObject({ bankNumber: '6222****45', bankMobile: '139****9000' })
  expect(Object.keys(shown).sort()).toEqual(['bankMobile', 'bankNumber', 'contact', 'idType', 'mode'])
  await change({
    sealed: world.deps.vault.seal({ subject: 'organization', organization: testOrganization }, place),
  })
  const { name, registerNumber } = testOrganization
  expect((await copyOf()).verifications[0].submitted).toEqual({
    subject: 'organization',
    organization: {
      ...{ name, registerNumber, legalPerson: '测试**' },
      applicant: { name: '测试**', contact: { type: 'mobile', value: '138****8000' } },
    },
  })
  const bare = { name, applicant: { contact: testOrganization.applicant.contact } }
  await change({ sealed: world.deps.vault.seal({ subject: 'organization', organization: bare }, place) })
  expect((await copyOf()).verifications[0].submitted.organization).toEqual({
    name,
    applicant: { contact: { type: 'mobile', value: '138****8000' } },
  })
})

test.each([
  ['attempt', true],
  ['observed', true],
  ['owned', false],
  ['account', false],
] as const)('verified by %s: in full %p', async (assurance, whole) => {
  await begun()
  await change({ state: 'verified', assurance })
  expect((await copied()).includes(testPerson.idNumber)).toBe(whole)
})

test('what one has typed oneself is in full from the beginning', async () => {
  await start(world.deps, stranger, await world.startInput({ person: testPerson }, stranger))
  expect(await copied()).toContain(testPerson.idNumber)
})

test('once the code was changed, it is not the stranger’s to see, to take along or to take away', async () => {
  const id = await begun()
  await resendInvitation(world.deps, operator, { id, days: 7, newCode: true })
  expect((await seeMyData(world.deps, stranger)).kept.map(({ kind }) => kind)).not.toContain('invitation')
  expect((await copyOf()).invitations).toEqual([])
  await eraseMine(world.deps, stranger)
  expect(invitation()).toMatchObject({ state: 'pending', sealed: expect.any(String), bizId: 'order-7' })
})

test('of whom it has verified it stays, whatever the code is', async () => {
  const id = await begun()
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, stranger, { id: only()?._id ?? '' })
  const found = invitation()
  await world.store.replace('invitations', id, found?.version ?? 0, { edition: 2 })
  await eraseMine(world.deps, stranger)
  expect(invitation()).toMatchObject({ sealed: null, bizId: '' })
})

test('of several places only the one that was lost to a new code is not the stranger’s', async () => {
  const lost = await begun()
  const kept = await world.invite({ invitee, bizId: 'order-8' })
  // Both are of the second edition in the end.
  await resendInvitation(world.deps, operator, { id: kept, days: 7, newCode: true })
  await world.begin(await world.tokenOf(kept), stranger, { invitee: {} })
  await resendInvitation(world.deps, operator, { id: lost, days: 7, newCode: true })
  expect((await copyOf()).invitations).toMatchObject([{ id: kept }])
})

test('in writing, who has shown who he is has all of it in full', async () => {
  await begun()
  const request = { about: { verification: only()?._id ?? '' }, reference: 'R-1' }
  const { verifications, invitations } = JSON.parse(
    textOf(await copyOnRequest(world.deps, operator, request)),
  )
  expect(verifications).toMatchObject([{ submitted: { person: { idNumber: testPerson.idNumber } } }])
  expect(invitations).toMatchObject([{ filledIn: invitee }])
})
