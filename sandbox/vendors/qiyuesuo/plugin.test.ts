import { PERSON, startTestSimulator, type TestSimulator, USER } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

describe('a ticket', () => {
  test('opens the page once', async () => {
    const ticket = await simulator.ticket()
    expect(await simulator.page(ticket)).toContain('id="pass"')
    expect(await simulator.page(ticket)).toContain('链接已失效')
    expect((await simulator.open(ticket)).body).toEqual({ error: 'the ticket is used' })
  })

  test('that nobody issued is dead', async () => {
    expect(await simulator.page('invented')).toContain('链接已失效')
    expect(await simulator.page('')).toContain('链接已失效')
  })

  test('dies after five minutes unopened', async () => {
    const [early, late] = [await simulator.ticket(), await simulator.ticket()]
    await simulator.passTime(5 * 60_000)
    expect(await simulator.page(early)).toContain('id="pass"')
    await simulator.passTime(1)
    expect(await simulator.page(late)).toContain('链接已失效')
  })

  test.each(['env=com&hasCb=true', 'hasCb=true'])('with %s belongs to the other environment', async query => {
    const ticket = await simulator.ticket()
    expect(await simulator.page(ticket, query)).toContain('令牌无效(环境不匹配)')
    expect(await simulator.page(ticket)).toContain('id="pass"')
  })

  test.each(['enterprise-auth', 'doc', 'signature'])('does not open the page %s', async name => {
    expect(await simulator.page(await simulator.ticket(), 'env=cn', name)).toContain('令牌与页面不匹配')
  })

  test('is not a link, nor a link a ticket', async () => {
    const { authUrl } = await simulator.link()
    expect(await simulator.page(authUrl.split('/').at(-1) ?? '')).toContain('令牌与页面不匹配')
    const wrong = await fetch(`${simulator.url}/h5/personal-auth/${await simulator.ticket()}`)
    expect(await wrong.text()).toContain('令牌与页面不匹配')
  })
})

describe('a link', () => {
  test('opens once', async () => {
    const { authUrl } = await simulator.link()
    expect(await (await fetch(authUrl)).text()).toContain('id="pass"')
    expect(await (await fetch(authUrl)).text()).toContain('链接已失效')
  })

  test('dies after five minutes unopened', async () => {
    const { authUrl } = await simulator.link()
    await simulator.passTime(5 * 60_000 + 1)
    expect(await (await fetch(authUrl)).text()).toContain('链接已失效')
  })
})

describe('the page', () => {
  test('shows prefilled fields masked and locked', async () => {
    const html = await simulator.page(await simulator.ticket())
    expect(html).toContain('data-locked="name"')
    expect(html).toContain('张*')
    expect(html).toContain('11**************00')
    expect(html).toContain('138****0000')
    expect(html).not.toContain('张三')
    expect(html).not.toContain('110101199003070000')
    expect(html).not.toContain('13800000000')
  })

  test('offers an input for what may be modified or is missing', async () => {
    const html = await simulator.page(
      await simulator.ticket({ user: USER, username: '张三', modifyFields: ['USERNAME'] }),
    )
    expect(html).toMatch(/<input id="name"[^>]*placeholder="张\*（可修改）">/)
    expect(html).toMatch(/<input id="idNumber"[^>]*data-needed="true">/)
  })

  test.each([
    [{}, ['IVS', 'FACE', 'BANK']],
    [{ mode: 'FACE' }, ['FACE']],
    [{ mode: 'FACE', otherModes: ['IVS', 'FACE', 'MANUAL'] }, ['FACE', 'IVS', 'MANUAL']],
  ])('offers the modes of %j', async (more, modes) => {
    const { body } = await simulator.open(await simulator.ticket({ ...PERSON, ...more }))
    expect(body.modes).toEqual(modes)
  })

  test('escapes what it shows', async () => {
    const html = await simulator.page(
      await simulator.ticket({
        user: { contact: '<b>"@x.y', contactType: 'EMAIL' },
        username: '<img onerror=1>',
      }),
    )
    expect(html).not.toMatch(/<b>|<img/)
  })

  test('may only be framed by this machine and runs only its own script', async () => {
    const response = await fetch(`${simulator.url}/plugin/personal-auth?ticket=x&env=cn`)
    const csp = response.headers.get('content-security-policy')
    expect(csp).toContain('frame-ancestors http://127.0.0.1:* http://localhost:*')
    expect(csp).toMatch(/script-src 'sha256-/)
  })
})

describe('an act', () => {
  test.each([
    ['pass', 'passed'],
    ['fail', 'failed'],
    ['review', 'reviewing'],
  ])('%s leads to %s', async (action, state) => {
    const answer = await simulator.act(await simulator.session(await simulator.ticket()), action)
    expect(answer.body).toEqual({ authId: expect.stringMatching(/^\d{19}$/), state })
  })

  test('counts once', async () => {
    const session = await simulator.session(await simulator.ticket())
    await simulator.act(session, 'fail')
    const again = await simulator.act(session, 'pass')
    expect(again.status).toBe(409)
    expect(again.body).toEqual({ error: 'this attempt was already acted on' })
  })

  test('needs a live session', async () => {
    expect((await simulator.act('invented', 'pass')).body.error).toBe('this session is unknown')
    const session = await simulator.session(await simulator.ticket())
    await simulator.passTime(15 * 60_000 + 1)
    expect((await simulator.act(session, 'pass')).body.error).toContain('this session is over')
  })

  test.each([
    [PERSON, { mode: 'ALIPAY' }, 'mode ALIPAY is not offered; offered: IVS, FACE, BANK'],
    [PERSON, { name: '李四' }, 'name is prefilled and locked'],
    [PERSON, { idNumber: '1' }, 'idNumber is prefilled and locked'],
    [{ user: USER }, { idNumber: '1' }, 'name is missing'],
    [{ user: USER }, { name: '李四' }, 'idNumber is missing'],
    [PERSON, { extra: 1 }, 'unknown key "extra" in the body'],
    [PERSON, { action: 'maybe' }, 'action must be one of pass, fail, review'],
  ])('on %j with %j is refused', async (request, more, reason) => {
    const answer = await simulator.act(await simulator.session(await simulator.ticket(request)), 'pass', more)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body.error).toContain(reason)
  })

  test('may change a prefilled field that is not locked', async () => {
    const ticket = await simulator.ticket({ ...PERSON, modifyFields: ['USERNAME'] })
    expect((await simulator.act(await simulator.session(ticket), 'pass', { name: '李四' })).status).toBe(200)
  })
})

describe('a review', () => {
  const contact = USER.contact

  test('is decided by authId or by contact', async () => {
    for (const by of ['authId', 'contact']) {
      const session = await simulator.session(await simulator.ticket())
      const { authId } = (await simulator.act(session, 'review')).body
      const answer = await simulator.control('POST', 'review', {
        ...(by === 'authId' ? { authId } : { contact }),
        outcome: 'pass',
      })
      expect(answer.body).toEqual({ authId, state: 'passed' })
      const { body } = await simulator.result(`authId=${authId}`)
      expect(body.result).toEqual({ realName: true, mode: 'MANUAL' })
    }
  })

  test.each([
    [{ authId: '1', outcome: 'pass' }, 404, 'no such attempt'],
    [{ contact: '13700000000', outcome: 'pass' }, 404, 'no such attempt'],
    [{ outcome: 'pass' }, 400, 'needs one of authId, contact, requestId, companyName'],
    [{ contact, outcome: 'review' }, 400, 'outcome must be one of pass, fail'],
  ])('of %j is refused', async (body, status, reason) => {
    const answer = await simulator.control('POST', 'review', body)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toContain(reason)
  })

  test('is decided once', async () => {
    const session = await simulator.session(await simulator.ticket())
    const { authId } = (await simulator.act(session, 'review')).body
    await simulator.control('POST', 'review', { authId, outcome: 'fail' })
    expect((await simulator.control('POST', 'review', { authId, outcome: 'pass' })).status).toBe(409)
  })

  test('is offered on the index page, which masks contacts', async () => {
    await simulator.act(await simulator.session(await simulator.ticket()), 'review')
    const html = await (await fetch(`${simulator.url}/`)).text()
    expect(html).toContain('138****0000 · 人工审核中')
    expect(html).toContain('data-decision="pass"')
    expect(html).not.toContain(contact)
    const { body } = await simulator.control('GET', 'attempts')
    expect(body.attempts).toEqual([expect.objectContaining({ contact: '138****0000', state: 'reviewing' })])
  })
})
