import { createClock } from './clock'
import { dataIsland, html } from './html'
import { maskContact, maskName, maskNumber } from './mask'
import { startServer } from './server'
import { listOf, object, optional, required, shape, text, wholeNumber } from './shape'
import { pause } from './test-support'
import { createTrafficLog, maskSecret } from './traffic-log'

describe('the clock', () => {
  test('stands where it is put, forward and back', () => {
    const clock = createClock(() => 1000)
    clock.move(500)
    expect(clock.now()).toBe(1500)
    clock.move(-500)
    expect(clock.now()).toBe(500)
    expect(clock.offsetMs()).toBe(-500)
  })

  test('fires what became due by a move, once', async () => {
    const clock = createClock()
    let fired = 0
    clock.after(60_000, () => {
      fired += 1
    })
    clock.move(59_000)
    await pause(10)
    expect(fired).toBe(0)
    clock.move(60_000)
    await pause(10)
    clock.move(120_000)
    await pause(10)
    expect(fired).toBe(1)
  })

  test('forgets what waits', async () => {
    const clock = createClock()
    let fired = false
    clock.after(5, () => {
      fired = true
    })
    clock.clear()
    await pause(15)
    expect(fired).toBe(false)
  })
})

describe('markup', () => {
  test('escapes values and keeps markup', () => {
    expect(html`<p title="${`"'`}">${'<b>&'}${html`<i>${1}</i>`}${false}${undefined}</p>`.markup).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;<i>1</i></p>',
    )
  })

  test('holds data that cannot end its element', () => {
    expect(dataIsland('d', { a: '</script>' }).markup).toBe(
      '<script type="application/json" id="d">{"a":"\\u003c/script>"}</script>',
    )
  })
})

describe('masks', () => {
  test.each([
    [maskName('张三'), '张*'],
    [maskName('欧阳小明'), '欧***'],
    [maskName('李'), '李*'],
    [maskNumber('110101199003070000'), '11**************00'],
    [maskNumber('123'), '***'],
    [maskContact('13800000000'), '138****0000'],
    [maskContact('someone@example.test'), 's***@example.test'],
    [maskSecret('abcdefgh'), 'abcd…'],
    [maskSecret('http://127.0.0.1:1/h5/abcdefgh'), 'http://127.0.0.1:1/h5/abcd…'],
  ])('%s', (masked, expected) => expect(masked).toBe(expected))
})

describe('the traffic log', () => {
  const entry = {
    at: '2023-11-14T22:13:20.000Z',
    direction: 'in' as const,
    method: 'GET',
    path: '/x',
    query: {},
    headers: { Authorization: 'secret-value' },
    body: { list: [{ ticket: 'secret-value', kept: 'secret-value' }] },
    status: 200,
    answer: null,
    ms: 1,
    note: null,
  }

  test('cuts secrets at any depth, whatever their case', () => {
    const log = createTrafficLog({ authorization: maskSecret, Ticket: maskSecret })
    log.add(entry)
    expect(log.since(0, '')).toEqual([
      expect.objectContaining({
        headers: { Authorization: 'secr…' },
        body: { list: [{ ticket: 'secr…', kept: 'secret-value' }] },
      }),
    ])
  })

  test('shows a value in the way its name has, in lists too', () => {
    const log = createTrafficLog({ name: maskName })
    log.add({ ...entry, body: { Name: ['张三', '李四'], rows: [{ name: '王五', other: ['王五'] }] } })
    expect(log.since(0, '')).toMatchObject([
      { body: { Name: ['张*', '李*'], rows: [{ name: '王*', other: ['王五'] }] } },
    ])
  })

  test('forgets the oldest entries but counts them', () => {
    const log = createTrafficLog({}, 2)
    for (let i = 0; i < 3; i += 1) log.add(entry)
    expect(log.since(0, '').map(({ id }) => id)).toEqual([2, 3])
    expect(log.counts('')).toEqual({ 'GET /x': 3 })
  })
})

describe('a refused shape', () => {
  const parse = object({
    list: required(listOf(object({ name: required(text), age: optional(wholeNumber(1, 9)) }))),
  })

  test.each([
    [{}, 'missing', 'list'],
    [{ list: {} }, 'type', 'list'],
    [{ list: [{ name: 'a' }, {}] }, 'missing', 'list[1].name'],
    [{ list: [{ name: 'a', more: 1 }] }, 'unknown', 'list[0].more'],
    [{ list: [{ name: 1 }] }, 'type', 'list[0].name'],
    [{ list: [{ name: '' }] }, 'value', 'list[0].name'],
    [{ list: [{ name: 'a', age: '1' }] }, 'type', 'list[0].age'],
    [{ list: [{ name: 'a', age: 10 }] }, 'value', 'list[0].age'],
  ])('%o is %s at %s', (value, kind, place) => {
    expect(shape(parse, value)).toMatchObject({ ok: false, kind, place })
  })
})

test('a taken port surfaces as EADDRINUSE', async () => {
  const options = { host: '127.0.0.1', port: 0, handle: () => {} }
  const first = await startServer(options)
  await expect(startServer({ ...options, port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await first.close()
})
