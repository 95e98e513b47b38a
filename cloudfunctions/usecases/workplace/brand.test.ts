import { refusedAs } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { createInvitation } from '../invitation/create'
import { openInvitation } from '../invitation/open'
import { tokenOf } from '../invitation/token'
import { claim } from '../operator/claim'
import { operatorId } from '../operator/identity'
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

test('nothing is deleted but the upload and the logo of before', async () => {
  const deleted: string[] = []
  const { remove } = world.deps.files
  world.deps.files.remove = async file => {
    deleted.push(file)
    return remove(file)
  }
  await save()
  await save({ logoFileId: upload })
  const [logo = ''] = [...world.files.keys()]
  await save({ color: '#1a5fb4' })
  expect(deleted).toEqual([upload])
  await save({ logoFileId: null })
  expect(deleted).toEqual([upload, logo])
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

test('a JPEG is kept as it is, however large its picture', async () => {
  world.files.set(upload, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40, 0xff)]))
  const { brand } = await save({ logoFileId: upload })
  expect(brand?.logo).toMatch(/^https:\/\/files\.example\/brand\/[0-9a-f]{32}\.jpg$/)
})

test('what cannot be read, or is no picture, is said of its field', async () => {
  world.files.set(upload, Buffer.from('%PDF-1.7'))
  expect(await refusedAs(save({ logoFileId: upload }))).toBe('LOGO_UNREADABLE logoFileId')
  expect(await refusedAs(save({ logoFileId: 'cloud://env/nothing.png' }))).toBe('LOGO_UNREADABLE logoFileId')
})

test('who set it, and when, is kept beside it', async () => {
  world.pass(1000)
  await save({ logoFileId: upload })
  const [logo] = [...world.files.keys()]
  expect(world.store.all('brands')).toEqual([
    {
      ...{ _id: 'brand', version: 1, name: '示例集团', color: '#017a3b', logo },
      ...{ operator: operatorId(world.deps, 'olivia'), at: 1_700_000_001_000 },
    },
  ])
})

test('a file that cannot be deleted keeps nobody from a new logo; it is in the log, without its name', async () => {
  const { remove } = world.deps.files
  world.deps.files.remove = async () => {
    throw new Error('storage is away')
  }
  const { brand: first } = await save({ logoFileId: upload })
  expect(world.logged.filter(line => line.includes('brand.fileKept'))).toHaveLength(1)
  world.files.set(upload, png)
  const { brand } = await save({ logoFileId: upload })
  expect(brand?.logo).not.toBe(first?.logo)
  // The upload, and the logo of before.
  expect(world.logged.filter(line => line.includes('brand.fileKept'))).toHaveLength(3)
  expect(world.logged.join()).not.toContain('0123456789abcdef')
  world.deps.files.remove = remove
  await save({ color: '#1a5fb4' })
  expect(world.logged.filter(line => line.includes('brand.fileKept'))).toHaveLength(3)
})

test('a logo that is set while another one is being saved is deleted with it: one stays', async () => {
  world.files.set(`${upload}.2`, png)
  await Promise.all([save({ logoFileId: upload }), save({ logoFileId: `${upload}.2` })])
  const [kept] = world.store.all('brands')
  expect([...world.files.keys()]).toEqual([kept?.logo])
})
