import { cleanUp, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

/** `subscribeMessage.send`, asked for with the real wx-server-sdk. */
const openapi = ['subscribeMessage.send']
const page = 'packages/verify/verification/index'
const template = 'template-of-every-place'
const other = 'template-of-the-same-title'
const places = ['thing1', 'phrase2', 'time3', 'date4', 'number5', 'character_string6']
const data = {
  thing1: { value: '个人实名认证' },
  phrase2: { value: '已通过' },
  time3: { value: '2026年11月30日 08:00' },
  date4: { value: '2026年12月1日' },
  number5: { value: '12' },
  character_string6: { value: 'A-1' },
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud([{ name: 'sdk', fixture: 'sdk', config: { permissions: { openapi } } }], {
    pages: [page],
    messageTemplates: [
      { id: template, title: '认证结果', places },
      { id: other, title: '认证结果', places: ['thing1'] },
    ],
    now: () => 1_800_000_000_000,
  })
})
afterAll(cleanUp)

type Row = Record<string, unknown>
const send = (changes: Row = {}) =>
  inFunction(cloud)(
    ({ cloud: sdk, input }) =>
      sdk.openapi.subscribeMessage.send(input).then(
        ({ errCode }) => errCode,
        (caught: { errCode?: number }) => caught.errCode,
      ),
    { touser: 'alice', templateId: template, page: `${page}?id=v_1`, data, lang: 'zh_CN', ...changes },
  )

test('one message for each time somebody agreed, and what was sent is shown without whom', async () => {
  expect(await send()).toBe(43101)
  expect(cloud.agreeToMessages('alice', [template])).toEqual({ [template]: 'accept' })
  expect(await send({ touser: 'bob' })).toBe(43101)
  expect(await send()).toBe(0)
  expect(await send()).toBe(43101)
  const [sent, ...others] = cloud.messages()
  expect(others).toEqual([])
  expect(sent).toEqual({
    title: '认证结果',
    page: `${page}?id=v_1`,
    data: Object.fromEntries(Object.entries(data).map(([place, { value }]) => [place, value])),
    at: 1_800_000_000_000,
    function: 'sdk',
  })
})

test('the question comes up for templates there are, five at most, and once for the same title', () => {
  expect(cloud.agreeToMessages('alice', ['no-such-template'])).toBeNull()
  expect(cloud.agreeToMessages('alice', [])).toBeNull()
  expect(cloud.agreeToMessages('carol', [other, template])).toEqual({
    [other]: 'accept',
    [template]: 'filter',
  })
})

const without = (place: string) => Object.fromEntries(Object.entries(data).filter(([name]) => name !== place))

test.each<[string, Row, number]>([
  ['nobody', { touser: '' }, 40003],
  ['a template that is not there', { templateId: 'x' }, 40037],
  ['a page that is not there', { page: 'pages/none/index' }, 41030],
  ['a place left out', { data: without('phrase2') }, 47003],
  ['a place that is empty', { data: { ...data, thing1: { value: '' } } }, 47003],
  ['a place that is not in the template', { data: { ...data, thing9: { value: 'a' } } }, 47003],
  ['a thing of 21 characters', { data: { ...data, thing1: { value: '字'.repeat(21) } } }, 47003],
  ['a phrase of six', { data: { ...data, phrase2: { value: '字'.repeat(6) } } }, 47003],
  ['a phrase with a digit', { data: { ...data, phrase2: { value: '第1步' } } }, 47003],
  ['a time that is none', { data: { ...data, time3: { value: '25:00' } } }, 47003],
  ['a date that is none', { data: { ...data, date4: { value: '明天' } } }, 47003],
  ['a number with a word', { data: { ...data, number5: { value: '12 家' } } }, 47003],
  ['a string with Chinese', { data: { ...data, character_string6: { value: '编号' } } }, 47003],
  ['a language it does not speak', { lang: 'fr' }, 40097],
])('%s is refused, and what was agreed to stays', async (_, changes, code) => {
  cloud.agreeToMessages('dora', [template])
  expect(await send({ touser: 'dora', ...changes })).toBe(code)
  expect(await send({ touser: 'dora' })).toBe(0)
})

test('a phone says who agreed, over HTTP', async () => {
  const ask = (templates: unknown) =>
    fetch(`${cloud.url}/__sandbox/subscribe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': 'erin' },
      body: JSON.stringify({ templates }),
    })
  expect(await (await ask([template])).json()).toEqual({ answers: { [template]: 'accept' } })
  expect((await ask('all')).status).toBe(400)
  expect(await send({ touser: 'erin' })).toBe(0)
  const { messages } = (await (await fetch(`${cloud.url}/__sandbox/messages`)).json()) as {
    messages: object[]
  }
  expect(messages[0]).toMatchObject({ title: '认证结果', function: 'sdk' })
})
