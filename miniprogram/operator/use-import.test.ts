import { mount } from '../../test/support/hooks'
import { ActionFailureError } from '../cloud/call'
import { createIntents } from '../form/intent'
import type { Asked, Reading } from './left-out'
import { type ImportForm, sendSheet, useImport } from './use-import'

const mockSheet = { privacy: null as { kind: 'privacy' | 'undeclared' } | null, forgotten: 0 }
jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))
jest.mock('../form/privacy', () => ({ authorizePrivacy: async () => mockSheet.privacy }))
jest.mock('../files/sheet-uploads', () => ({
  uploadSheet: async ({ name }: { name: string }) => `cloud://${name}`,
  uploadText: async (text: string) => `cloud://${text.length}.txt`,
  isLong: (text: string) => text.length > 10,
  forgetSheet: () => {
    mockSheet.forgotten += 1
  },
}))
jest.mock('./texts', () => ({ operatorText: (key: string) => key }))

interface Made {
  leftOut: []
  unknownHeadings: string[]
}
const whole: Made = { leftOut: [], unknownHeadings: [] }
const part: Made = { leftOut: [], unknownHeadings: ['备注'] }

let keys = 0
const newKey = () => `key ${++keys}`
const enter = jest.fn(async () => {})
const form = (own: Partial<ImportForm<'title', Made>>): ImportForm<'title', Made> => ({
  intents: createIntents(newKey),
  wrongField: () => null,
  fieldOfFailure: () => null,
  make: async () => ({ made: whole }),
  enter,
  ...own,
})
const settled = () => new Promise(resolve => setTimeout(resolve))

/** The page of a form after its button was pressed. */
async function pressed(own: Partial<ImportForm<'title', Made>>) {
  const given = form(own)
  const page = mount(() => useImport(given))
  page().submit()
  await settled()
  return page
}

beforeEach(() => {
  mockSheet.privacy = null
  mockSheet.forgotten = 0
  enter.mockClear()
})

test('what is made whole is gone on to at once', async () => {
  const page = await pressed({})
  expect(enter).toHaveBeenCalledWith(whole)
  expect(page()).toMatchObject({ obstacle: null, created: null, busy: false })
})

test('what was left out is said before going on', async () => {
  const make = jest.fn(async () => ({ made: part }))
  const page = await pressed({ make })
  expect(enter).not.toHaveBeenCalled()
  expect(page().created).toEqual(part)
  page().go()
  expect(enter).toHaveBeenCalledWith(part)
})

test('what could be had is asked about before anything is made', async () => {
  const answer: Asked = { outcome: 'asked', rows: 0, leftOut: [] }
  const make = jest.fn(async ({ ask }: Reading) => (ask ? { asked: answer } : { made: whole }))
  const page = await pressed({ make })
  expect(page().question?.answer).toBe(answer)
  expect(enter).not.toHaveBeenCalled()
  page().take({ ...page().question?.reading, hiddenRows: true })
  await settled()
  expect(make).toHaveBeenLastCalledWith({ ask: false, hiddenRows: true })
  expect(page().question).toBeNull()
  expect(enter).toHaveBeenCalledWith(whole)
})

test('nothing is made while a field is wrong, or nothing was agreed to', async () => {
  const make = jest.fn(async () => ({ made: whole }))
  expect((await pressed({ make, wrongField: () => 'title' }))().obstacle).toEqual({
    kind: 'field',
    field: 'title',
  })
  mockSheet.privacy = { kind: 'privacy' }
  expect((await pressed({ make }))().obstacle).toEqual({ kind: 'privacy' })
  expect(make).not.toHaveBeenCalled()
})

test.each([
  ['NETWORK', 0],
  ['BUSY', 0],
  ['SHEET_EMPTY', 1],
] as const)('after %s the upload is forgotten %s times', async (code, times) => {
  const failure = new ActionFailureError(code, '')
  const page = await pressed({ make: () => Promise.reject(failure) })
  expect(page().obstacle).toEqual({ kind: 'failure', failure })
  expect(mockSheet.forgotten).toBe(times)
})

test('the same content is sent under the same key until it arrived, other content under another', async () => {
  const intents = createIntents(newKey)
  const file = { path: 'tmp/1', name: 'a.xlsx', size: 1, type: 'xlsx' } as const
  const sent: { clientKey: string; fileId: string | null }[] = []
  const send = (broken: boolean, reading = {}) =>
    sendSheet(
      { source: 'file', file, text: '' },
      reading,
      intents,
      fileId => ({ fileId }),
      async input => {
        sent.push(input)
        if (broken) throw new ActionFailureError('NETWORK', '')
      },
    ).catch(() => undefined)
  await send(true)
  await send(false)
  await send(false)
  await send(false, { hiddenRows: true })
  const [lost, again, another, more] = sent.map(({ clientKey }) => clientKey)
  expect(again).toBe(lost)
  expect(new Set([again, another, more]).size).toBe(3)
  expect(sent[0]?.fileId).toBe('cloud://a.xlsx')
})

test('short text goes with the call, long text as a file', async () => {
  const given = async (text: string, source = 'text') => {
    let fileId: string | null | undefined
    await sendSheet(
      { source, file: null, text },
      { ask: true },
      createIntents(newKey),
      uploaded => ({ fileId: uploaded }),
      async input => {
        fileId = input.fileId
      },
    )
    return fileId
  }
  expect(await given('x'.repeat(10))).toBeNull()
  expect(await given('x'.repeat(11))).toBe('cloud://11.txt')
  expect(await given('x'.repeat(11), 'none')).toBeNull()
})

test('what only one form knows stands in the way, and a form may have nothing to say', async () => {
  const own = { kind: 'faulty' }
  const page = await pressed({ make: async () => Object({ obstacle: own }) })
  expect(page().obstacle).toBe(own)
  const silent = await pressed({ make: async () => null })
  expect(silent()).toMatchObject({ obstacle: null, created: null, question: null })
  silent().go()
  expect(enter).not.toHaveBeenCalled()
})

test('rows that were left out are said as columns are, and a question can be left', async () => {
  const left = { unknownHeadings: ['备注'], leftOut: [{}] } as never
  expect((await pressed({ make: async () => ({ made: left }) }))().created).toBe(left)
  const answer: Asked = { outcome: 'asked', rows: 0, leftOut: [] }
  const page = await pressed({ make: async () => ({ asked: answer }) })
  page().leave()
  expect(page().question).toBeNull()
})

test('a key the server knows of something else is used no more; a refused field is shown with why', async () => {
  for (const [code, renewed] of [
    ['KEY_CONFLICT', true],
    ['BUSY', false],
  ] as const) {
    const intents = createIntents(newKey)
    const { clientKey } = intents.of('content')
    await pressed({ intents, make: () => Promise.reject(new ActionFailureError(code, '')) })
    expect(intents.of('content').clientKey !== clientKey).toBe(renewed)
  }
  const failure = new ActionFailureError('INVALID_INPUT', '', 'title')
  const page = await pressed({ fieldOfFailure: () => 'title', make: () => Promise.reject(failure) })
  expect(page().obstacle).toEqual({ kind: 'field', field: 'title', failure })
})

test('a file that is chosen no more is not uploaded, nor one that is not there', async () => {
  const file = { path: 'tmp/1', name: 'a.xlsx', size: 1, type: 'xlsx' } as const
  const uploaded: (string | null)[] = []
  for (const draft of [
    { source: 'text', file, text: '短' },
    { source: 'file', file: null, text: '' },
  ])
    await sendSheet(
      draft,
      {},
      createIntents(newKey),
      fileId => ({ fileId }),
      async input => uploaded.push(input.fileId),
    )
  expect(uploaded).toEqual([null, null])
})
