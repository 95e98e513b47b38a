import { createMessageWorld, type MessageWorld } from '../../../test/support/message-world'
import { proven, testPerson, unproven } from '../../../test/support/world'
import { tellPeople } from '../../api/tellPeople'
import { nextMonday } from '../../domain/message/message'
import { readTemplates } from '../../domain/message/template'
import type { OutgoingMessage } from '../../platform/messages'
import { createInvitation } from '../invitation/create'
import { revokeInvitations } from '../invitation/manage'
import { startInvited } from '../invitation/startInvited'
import { tokenOf } from '../invitation/token'
import { claim } from '../operator/claim'
import { eraseMine } from '../personal/erase'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { recordConsent } from '../verification/recordConsent'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { acceptMessages } from './accept'
import { acceptWeekly } from './acceptWeekly'
import { remindInvitees } from './remind'
import { sendMessages } from './send'

const hour = 3600_000
const day = 24 * hour
let world: MessageWorld
let sent: OutgoingMessage[]
let id: string
beforeEach(async () => {
  world = createMessageWorld()
  sent = world.sent
  id = (await start(world.deps, 'alice', await world.startInput())).verification.id
})
const rows = () => world.store.all('messages')
const accept = (...kinds: ('result' | 'review' | 'reminder')[]) =>
  acceptMessages(world.deps, 'alice', { id, kinds })
const verified = async () => {
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
}
const run = (most = 20) => sendMessages(world.deps, { most })

test('the result is told once, with nothing of the person in it, and nobody is known afterwards', async () => {
  expect(await accept('result')).toEqual({ kinds: ['result'] })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  await verified()
  expect(await run()).toEqual({ told: 1, untold: 0 })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  await verified()
  await accept('result')
  world.pass(day)
  await sweep(world.deps)
  expect(sent).toEqual([
    {
      openid: 'alice',
      template: 'template-of-results',
      page: `packages/verify/verification/index?id=${id}`,
      data: {
        thing1: '个人实名认证',
        phrase2: '已通过',
        time3: '2023年11月15日 06:13',
        thing4: '示例公司',
        thing5: '点这里查看结果',
      },
    },
  ])
  expect(JSON.stringify(sent)).not.toMatch(new RegExp(`${testPerson.name}|${testPerson.contact.value}`))
  expect(rows()).toMatchObject([{ state: 'sent', owner: '', dueAt: null }])
})

test('what was never agreed to, is another person’s, or is set up nowhere, is not told', async () => {
  await expect(acceptMessages(world.deps, 'mallory', { id, kinds: ['result'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await verified()
  Object.assign(world.deps.config, { messages: {} })
  expect(await accept('result', 'review')).toEqual({ kinds: [] })
  await run()
  expect(rows()).toEqual([])
  expect(sent).toEqual([])
})

test('of result and review only one is told: that of the review, where there was one', async () => {
  await accept('result', 'review')
  world.vendor.onQuery = () => ({ kind: 'ok', value: { ...ofFact(), standing: 'reviewing' } })
  await refresh(world.deps, 'alice', { id })
  expect(await run()).toEqual({ told: 0, untold: 0 })
  await verified()
  await run()
  expect(sent.map(({ template }) => template)).toEqual(['template-of-reviews'])
  expect(rows().map(({ kind, state }) => `${kind} ${state}`)).toEqual(['result over', 'review sent'])
})

test('who agrees when it has ended already is told at once; who has ended it himself is told nothing', async () => {
  await verified()
  await accept('result')
  await run()
  expect(sent).toHaveLength(1)
  const other = await start(world.deps, 'bob', {
    ...(await world.startInput({}, 'bob')),
    clientKey: 'key-of-bob-0000000001',
  })
  world.vendor.onQuery = () => unproven
  await acceptMessages(world.deps, 'bob', { id: other.verification.id, kinds: ['result'] })
  await cancel(world.deps, 'bob', { id: other.verification.id })
  await run()
  expect(sent).toHaveLength(1)
})

test.each([
  [43101, 'refused'],
  [40037, 'failed'],
  [47003, 'failed'],
  [41030, 'failed'],
  [40003, 'failed'],
])('after %i it is given up: %s', async (code, state) => {
  await accept('result')
  await verified()
  world.answers.push({ kind: 'refused', code })
  expect(await run()).toEqual({ told: 0, untold: 1 })
  world.pass(10 * day)
  await run()
  expect(sent).toHaveLength(1)
  expect(rows()).toMatchObject([{ state, code, owner: '', dueAt: null }])
  expect(world.logged.join()).toContain(`"code":${code}`)
  expect(world.logged.join()).not.toContain('alice')
})

test('what nobody documented is tried again, later and later, and given up after five', async () => {
  await accept('result')
  await verified()
  world.answers.push(...Array.from({ length: 9 }, () => ({ kind: 'refused', code: 45009 }) as const))
  const gaps: number[] = []
  for (let last = world.deps.clock(); world.deps.clock() < last + 2 * day; world.pass(5 * 60_000)) {
    const before = sent.length
    await run()
    if (sent.length > before) gaps.push((world.deps.clock() - last) / 60_000)
    if (sent.length > before) last = world.deps.clock()
  }
  expect(gaps).toEqual([0, 5, 30, 180, 720])
  expect(rows()).toMatchObject([{ state: 'failed', code: 45009, tries: 5, owner: '' }])
})

test('one whose outcome nobody heard is never sent again', async () => {
  await accept('result')
  await verified()
  world.answers.push({ kind: 'unknown' })
  await run()
  world.pass(10 * day)
  await run()
  expect(sent).toHaveLength(1)
  expect(rows()).toMatchObject([{ state: 'unknown', owner: '' }])
})

test('a run that dies over a message leaves one that is never sent again, wherever it dies', async () => {
  await accept('result')
  await verified()
  let writes = 0
  world.store.beforeWrite((_, collection) => {
    writes += collection === 'messages' ? 1 : 0
    if (writes === 2) throw new Error('died')
  })
  await expect(run()).rejects.toThrow('died')
  world.store.beforeWrite(() => {})
  expect(sent).toHaveLength(1)
  await run()
  world.pass(day)
  await run()
  expect(sent).toHaveLength(1)
  expect(rows()).toMatchObject([{ state: 'unknown', dueAt: null, owner: '' }])
})

test('two runs at once send it once', async () => {
  await accept('result')
  await verified()
  const reports = await Promise.all([run(), run(), run()])
  expect(sent).toHaveLength(1)
  expect(reports.reduce((sum, { told }) => sum + told, 0)).toBe(1)
})

test('a run sends no more than it may, and the next goes on', async () => {
  for (let number = 1; number <= 5; number++) {
    const owner = `person-${number}`
    const clientKey = `key-of-person-000000${number}`
    const input = await world.startInput({ clientKey }, owner)
    const begun = await start(world.deps, owner, input)
    await acceptMessages(world.deps, owner, { id: begun.verification.id, kinds: ['result'] })
    world.vendor.onQuery = () => proven('attempt')
    await refresh(world.deps, owner, { id: begun.verification.id })
  }
  expect((await run(3)).told).toBe(3)
  expect((await run(3)).told).toBe(2)
  expect(new Set(sent.map(({ openid }) => openid)).size).toBe(5)
})

test('where the timer may not send, a call of the mini-program does: its own at once, those of others after ten minutes', async () => {
  await accept('result')
  await verified()
  world.deps.instance.messages = { left: false, lookedAt: world.deps.clock() - hour }
  world.answers.push({ kind: 'refused', code: -604104 })
  await sweep(world.deps)
  expect(rows()).toMatchObject([{ state: 'waiting', owner: 'alice', tries: 0 }])
  await tellPeople(() => world.deps)
  expect(sent).toHaveLength(1)
  world.pass(11 * 60_000)
  await tellPeople(() => world.deps)
  expect(sent).toHaveLength(2)
  expect(rows()).toMatchObject([{ state: 'sent' }])
})

test('a call that brought it to its end tells it in the same run, and others look once a minute', async () => {
  await accept('result')
  await verified()
  await tellPeople(() => world.deps)
  expect(sent).toHaveLength(1)
  let looks = 0
  const find = world.deps.store.find.bind(world.deps.store)
  world.deps.store.find = (collection, options) => {
    looks += collection === 'messages' ? 1 : 0
    return find(collection, options)
  }
  for (let calls = 0; calls < 120; calls++) {
    await tellPeople(() => world.deps)
    world.pass(1000)
  }
  expect(looks).toBeLessThanOrEqual(3)
})

test('who is erased is told nothing, and nothing of it is kept', async () => {
  await accept('result')
  await verified()
  await eraseMine(world.deps, 'alice')
  await run()
  expect(sent).toEqual([])
  expect(rows()).toEqual([])
})

test('what is never told goes by itself', async () => {
  await accept('result')
  for (let days = 0; days <= 50; days += 10) {
    world.pass(10 * day)
    await sweep(world.deps)
  }
  expect(rows()).toEqual([])
})

describe('an invitation that is about to end', () => {
  const title = '供应商入驻:请每家供应商的经办人在月底之前完成实名认证'
  let invited: string
  let invitation: string
  beforeEach(async () => {
    const { deps } = world
    await claim(deps, 'olivia', { code: 'setup-code' })
    const made = await createInvitation(deps, 'olivia', {
      clientKey: 'key-of-invitation-01',
      subject: 'person',
      title,
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
    invitation = made.invitation.id
    const purpose = { vendor: 'qiyuesuo', purpose: 'invitation', policyVersion: '1' } as const
    const { consentId } = await recordConsent(deps, 'ivan', purpose)
    const begun = await startInvited(deps, 'ivan', {
      clientKey: 'key-0000000000000010',
      token: tokenOf(deps, made.invitation.id, 1),
      vendor: 'qiyuesuo',
      consentId,
      subject: 'person',
      way: 'app',
      invitee: { name: testPerson.name, mobile: testPerson.contact.value },
    })
    invited = begun.verification.id
  })
  const agree = () => acceptMessages(world.deps, 'ivan', { id: invited, kinds: ['reminder'] })
  const pass = async (ms: number) => {
    world.pass(ms)
    await run()
  }

  test('reminds who has not finished, a day before, by day, and cuts a long title', async () => {
    expect(await agree()).toEqual({ kinds: ['reminder'] })
    await pass(6 * day - hour)
    expect(sent).toEqual([])
    // Six in the morning: not yet.
    await pass(hour)
    expect(sent).toEqual([])
    await pass(2 * hour)
    expect(sent).toMatchObject([
      {
        openid: 'ivan',
        data: {
          thing1: '供应商入驻:请每家供应商的经办人在月底…',
          date2: '2023年11月22日 06:13',
          thing3: '示例公司',
        },
      },
    ])
  })

  test('says nothing to who has finished', async () => {
    await agree()
    world.vendor.onQuery = () => proven('attempt')
    await refresh(world.deps, 'ivan', { id: invited })
    await pass(7 * day - hour)
    expect(sent).toEqual([])
    expect(rows()).toMatchObject([{ state: 'over', owner: '' }])
  })

  test('may be agreed to again, and comes a day later at the earliest', async () => {
    Object.assign(world.deps.config, { reminderDays: 1 })
    await agree()
    await pass(day + 2 * hour)
    expect(sent).toHaveLength(1)
    await agree()
    await agree()
    await pass(20 * hour)
    expect(sent).toHaveLength(1)
    await pass(5 * hour)
    expect(sent).toHaveLength(2)
  })

  const remind = () => remindInvitees(world.deps, 'olivia', { ids: [invitation] })

  test('an operator reminds at once, a day after the last at the earliest, and has a text for everybody', async () => {
    const link = expect.stringMatching(/^https:\/\/example\.com\/i\?i=/)
    expect(await remind()).toEqual({
      reminded: [{ id: invitation, outcome: 'ask', name: '', title, link, expiresAt: expect.any(Number) }],
    })
    await agree()
    // Six in the morning: the message waits until eight, and the operator need not wait with it.
    expect((await remind()).reminded[0]?.outcome).toBe('told')
    await run()
    expect(sent).toEqual([])
    await pass(2 * hour)
    expect(sent).toHaveLength(1)
    expect((await remind()).reminded[0]?.outcome).toBe('soon')
    await agree()
    expect((await remind()).reminded[0]?.outcome).toBe('told')
    // By day, but not a day later.
    await pass(2 * hour)
    expect(sent).toHaveLength(1)
    await pass(21 * hour)
    expect(sent).toHaveLength(1)
    await pass(2 * hour)
    expect(sent).toHaveLength(2)
    await pass(2 * day)
    expect((await remind()).reminded[0]?.outcome).toBe('ask')
  })

  test('by day a reminder goes out in the call that asks for it', async () => {
    world.pass(3 * hour)
    await agree()
    await remind()
    await tellPeople(() => world.deps)
    expect(sent).toHaveLength(1)
  })

  test('nobody is reminded of what has ended, and a hundred times is once', async () => {
    await agree()
    world.pass(3 * hour)
    for (let times = 0; times < 100; times++) await remind()
    await run()
    expect(sent).toHaveLength(1)
    await revokeInvitations(world.deps, 'olivia', { ids: [invitation] })
    expect(await remind()).toEqual({ reminded: [] })
  })

  test('is nobody’s matter who came without an invitation', async () => {
    expect(await accept('reminder')).toEqual({ kinds: [] })
  })
})

function ofFact() {
  if (unproven.kind !== 'ok') throw new Error('no fact')
  return unproven.value
}

test('an operator is told on Monday morning how the week went, for as long as he is one', async () => {
  const weekly = readTemplates('weekly:template-of-weeks:done=number1,waiting=number2,failed=number3')
  Object.assign(world.deps.config, { messages: weekly })
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  await acceptWeekly(world.deps, 'olivia')
  await acceptWeekly(world.deps, 'olivia')
  await verified()
  world.pass(nextMonday(world.deps.clock()) - world.deps.clock() - 1)
  await run()
  expect(sent).toEqual([])
  world.pass(1)
  await run()
  expect(sent).toMatchObject([{ openid: 'olivia', data: { number1: '1', number2: '0', number3: '0' } }])
  await acceptWeekly(world.deps, 'olivia')
  for (const { _id, version } of world.store.all('operators'))
    await world.store.remove('operators', _id, version)
  world.pass(8 * day)
  await run()
  expect(sent).toHaveLength(1)
})
