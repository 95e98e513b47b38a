import { createWorld, type World } from '../../../test/support/world'
import { createInvitation } from '../invitation/create'
import { openInvitation } from '../invitation/open'
import { tokenOf } from '../invitation/token'
import { claim } from '../operator/claim'
import { getBrand, saveBrand } from './brand'

const pngOf = (width: number, height: number) => {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), size])
}
const png = pngOf(2000, 2000)
const upload = 'cloud://env/licences/0123456789abcdef.png'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  world.files.set(upload, png)
})
const save = (part: { color?: string; logoFileId?: string | null } = {}) =>
  saveBrand(world.deps, 'olivia', { name: '示例集团', color: '#017a3b', ...part })

test('an invitee sees who invites, with the logo; before anybody set it, nothing is added', async () => {
  const made = await createInvitation(world.deps, 'olivia', {
    clientKey: 'key-of-invitation-01',
    subject: 'person',
    title: '入驻',
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    invitee: {},
    bizId: '',
    most: 1,
    days: 7,
  })
  const token = tokenOf(world.deps, made.invitation.id, 1)
  expect((await openInvitation(world.deps, 'ivan', { token })).brand).toBeUndefined()
  await save({ logoFileId: upload })
  const offer = await openInvitation(world.deps, 'ivan', { token })
  expect(offer.brand).toEqual({
    name: '示例集团',
    color: '#017a3b',
    logo: expect.stringMatching(/^https:\/\/files\.example\/brand\/\w+\.png$/),
  })
  // The party in law is still that of the settings.
  expect(offer.controller).toBe('示例公司')
})

test('a colour on which white letters cannot be read is kept darker, and says so', async () => {
  expect(await save({ color: '#FFD400' })).toMatchObject({ darkened: true })
  expect((await getBrand(world.deps)).brand?.color).not.toBe('#ffd400')
  expect(await save({ color: '#017A3B' })).toMatchObject({ darkened: false, brand: { color: '#017a3b' } })
})

test('the upload is deleted whatever it was, and only PNG and JPG of some 200 KB are kept', async () => {
  for (const bytes of [
    Buffer.from('<svg onload=…>'),
    Buffer.from('%PDF-1.7'),
    Buffer.concat([png, Buffer.alloc(200 * 1024)]),
    // Few bytes may be a picture that nobody can unpack.
    pngOf(2001, 1),
    pngOf(1, 2001),
    png.subarray(0, 23),
  ]) {
    world.files.set(upload, bytes)
    await expect(save({ logoFileId: upload })).rejects.toMatchObject({ code: 'LOGO_UNREADABLE' })
    expect([...world.files.keys()]).toEqual([])
  }
  expect((await getBrand(world.deps)).brand).toBeNull()
})

test('one logo at a time: the one before is deleted, it stays when nothing is said of it, and goes with null', async () => {
  await save({ logoFileId: upload })
  const [first] = [...world.files.keys()]
  await save()
  expect([...world.files.keys()]).toEqual([first])
  world.files.set(upload, png)
  await save({ logoFileId: upload })
  expect(world.files.size).toBe(1)
  expect([...world.files.keys()]).not.toEqual([first])
  await save({ logoFileId: null })
  expect(world.files.size).toBe(0)
})
