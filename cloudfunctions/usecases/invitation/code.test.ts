import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { codeOf, refusedAs } from '../../../test/support/refusal'
import type { CodeForm } from '../../contract/invitation'
import { invitationCode } from './code'
import { revokeInvitations } from './manage'
import { getInvitation } from './read'

/** What an operator sends on, and when there is nothing to send on. */
let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
  world.deps.qrImage = async text => `data:image/png;base64,QR of ${text}`
})

const begun = 1_700_000_000_000
const code = (id: string, form: CodeForm) => invitationCode(world.deps, operator, { id, form })

test('every kind of code leads to the same page', async () => {
  const id = await world.invite({ days: 365 })
  const sizes: unknown[] = []
  const { miniProgramCode } = world.deps.codes
  world.deps.codes.miniProgramCode = given => {
    sizes.push(given.size)
    return miniProgramCode(given)
  }
  const i = `i=${await world.tokenOf(id)}`
  const page = `pages/scan/index?${i}`
  const [own, ofWeChat] = [begun + 365 * day, begun + 30 * day - 3600_000]
  expect(await code(id, 'miniProgramCode')).toEqual({
    form: 'miniProgramCode',
    image: `data:image/png;base64,${Buffer.from(`pages/scan/index?scene=${i}`).toString('base64')}`,
    text: null,
    page,
    expiresAt: own,
  })
  expect(sizes).toEqual(['usual'])
  const link = `https://example.com/i?${i}`
  expect(await code(id, 'linkCode')).toEqual({
    form: 'linkCode',
    image: `data:image/png;base64,QR of ${link}`,
    text: link,
    page,
    expiresAt: own,
  })
  const urlLink = `https://wxaurl.example/${page}`
  expect(await code(id, 'urlLink')).toEqual({
    form: 'urlLink',
    image: `data:image/png;base64,QR of ${urlLink}`,
    text: urlLink,
    page,
    expiresAt: ofWeChat,
  })
  expect(await code(id, 'urlScheme')).toEqual({
    form: 'urlScheme',
    image: null,
    text: `weixin://dl/business/?pages/scan/index&${i}`,
    page,
    expiresAt: ofWeChat,
  })
})

test('a link of WeChat’s lives no longer than its invitation', async () => {
  const asked: unknown[] = []
  world.deps.codes.urlLink = async target => {
    asked.push(target.expiresAt)
    return 'https://wxaurl.example/'
  }
  const id = await world.invite({ days: 1 })
  world.pass(1000)
  expect((await code(id, 'urlLink')).expiresAt).toBe(begun + day)
  expect(asked).toEqual([begun + day])
})

test('a plain link is to be had only where there is a domain for it', async () => {
  const id = await world.invite()
  const forms = async () => (await getInvitation(world.deps, operator, { id })).invitation.forms
  expect(await forms()).toEqual(['miniProgramCode', 'linkCode', 'urlLink', 'urlScheme'])
  world.deps.config.invitationLink = null
  expect(await forms()).toEqual(['miniProgramCode', 'urlLink', 'urlScheme'])
  expect(await refusedAs(code(id, 'linkCode'))).toBe('INVALID_INPUT form')
})

test('operators are told when WeChat makes no code', async () => {
  const id = await world.invite()
  world.deps.codes.miniProgramCode = () => Promise.reject(Object.assign(new Error('x'), { errCode: 41030 }))
  expect(await codeOf(code(id, 'miniProgramCode'))).toBe('CODE_UNAVAILABLE')
  expect(world.logged.join()).toContain('41030')
})

test('there are codes up to the last moment, and none of what has ended or never was', async () => {
  const [id, revoked] = [await world.invite({ days: 1 }), await world.invite()]
  await revokeInvitations(world.deps, operator, { ids: [revoked] })
  const canCode = async (id: string) =>
    (await getInvitation(world.deps, operator, { id })).invitation.can.code
  expect([await canCode(id), await canCode(revoked)]).toEqual([true, false])
  expect(await codeOf(code(revoked, 'linkCode'))).toBe('INVITATION_ENDED')
  expect(await codeOf(code(`i_${'0'.repeat(32)}`, 'linkCode'))).toBe('NOT_FOUND')
  await world.begin(await world.tokenOf(id), 'alice')
  world.pass(day - 1)
  expect([await canCode(id), (await code(id, 'linkCode')).expiresAt]).toEqual([true, begun + day])
  world.pass(1)
  expect([await canCode(id), await codeOf(code(id, 'linkCode'))]).toEqual([false, 'INVITATION_ENDED'])
})
