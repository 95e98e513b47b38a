import { refusedAs } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { clientKeyOf, importKeyOf, refuseKey } from './key'

let world: World
beforeEach(() => {
  world = createWorld()
})

test('a key of a call stands for its content, of each caller and each kind of thing', async () => {
  const bind = (content: object, whose: { what?: string; owner?: string; key?: string } = {}) =>
    clientKeyOf(world.deps, { what: 'invitation', owner: 'olivia', key: 'key-1', ...whose }, content).bind()
  await bind({ title: 'a', note: 'b' })
  // In whichever order it was given.
  await bind({ note: 'b', title: 'a' })
  expect(await refusedAs(bind({ title: 'a' }))).toBe('KEY_CONFLICT clientKey')
  for (const whose of [{ what: 'legacy' }, { owner: 'omar' }, { key: 'key-2' }])
    await bind({ title: 'a' }, whose)
})

test('a call that has not answered yet is not one with other content', () => {
  expect(refuseKey('reused')).toMatchObject({ code: 'KEY_CONFLICT', field: 'clientKey' })
  expect(refuseKey('inProgress')).toMatchObject({ code: 'START_IN_PROGRESS', field: 'clientKey' })
})

describe('a key of what is made from a spreadsheet', () => {
  const contents = new Map([
    ['first', 'a,b'],
    ['again', 'a,b'],
    ['other', 'c,d'],
  ])
  let read: string[] = []
  beforeEach(() => {
    read = []
  })
  const bind = (fileId: string, { owner = 'olivia', key = 'key-1', title = '十一月' } = {}) =>
    importKeyOf(world.deps, {
      what: 'batch',
      owner,
      key,
      terms: { title },
      source: { kind: 'file', fileId },
      content: async () => {
        read.push(fileId)
        return contents.get(fileId) ?? Promise.reject(new Error('the upload is gone'))
      },
    }).bind()

  test('stands for what is in it, whatever the upload is called', async () => {
    await bind('first')
    await bind('again')
    expect(await refusedAs(bind('other'))).toBe('KEY_CONFLICT clientKey')
    expect(await refusedAs(bind('first', { title: '十二月' }))).toBe('KEY_CONFLICT clientKey')
    expect(read).toEqual(['first', 'again', 'other', 'first'])
  })

  test('knows the upload of a call that was done by its name, when it is gone', async () => {
    await bind('first')
    contents.delete('first')
    await bind('first')
    expect(read).toEqual(['first'])
    // For the same caller, key and terms alone.
    for (const others of [{ owner: 'omar' }, { key: 'key-2' }, { title: '十二月' }])
      await expect(bind('first', others)).rejects.toThrow('the upload is gone')
    contents.set('first', 'a,b')
  })

  test('is not bound by what could not be read', async () => {
    await expect(bind('lost')).rejects.toThrow('the upload is gone')
    expect(world.store.all('kept_answers')).toEqual([])
    await bind('other')
  })
})
