import { readNotice } from './notice'
import { factOfPerson, ticketBody } from './person'

const contact = { type: 'mobile', value: '13800138000' } as const

test('every field that can be set goes where the documentation says', () => {
  const body = ticketBody(
    {
      contact,
      name: '测试员甲',
      idType: 'hkMacauPermit',
      idNumber: 'H00000000',
      bankNumber: '6222000000000000',
      bankMobile: '13800138001',
      mode: 'bankCard',
      fallbackModes: ['threeFactor', 'face', 'alipay', 'bankCard', 'manualReview'],
      editableFields: ['name', 'idNumber', 'bankNumber', 'bankMobile'],
    },
    'https://callback.example/x',
  )
  expect(body).toEqual({
    user: { contact: '13800138000', contactType: 'MOBILE' },
    mode: 'BANK',
    otherModes: ['IVS', 'FACE', 'ALIPAY', 'BANK', 'MANUAL'],
    paperType: 'HKMP',
    username: '测试员甲',
    idCardNo: 'H00000000',
    bankNo: '6222000000000000',
    bankMobile: '13800138001',
    modifyFields: ['USERNAME', 'IDCARDNO', 'BANKNO', 'BANKMOBILE'],
    callbackUrl: 'https://callback.example/x',
  })
})

test('what is left to the vendor’s page is not sent', () => {
  const email = { type: 'email', value: 'a@example.com' } as const
  expect(
    ticketBody({ contact: email, idType: 'residentId', mode: 'any' }, 'https://callback.example/x'),
  ).toEqual({
    user: { contact: 'a@example.com', contactType: 'EMAIL' },
    mode: 'DEFAULT',
    paperType: 'IDCARD',
    callbackUrl: 'https://callback.example/x',
  })
})

test.each([
  ['any', 'DEFAULT'],
  ['threeFactor', 'IVS'],
  ['face', 'FACE'],
  ['bankCard', 'BANK'],
  ['alipay', 'ALIPAY'],
] as const)('mode %s is %s', (mode, expected) => {
  expect(ticketBody({ contact, idType: 'residentId', mode }, 'u').mode).toBe(expected)
})

test.each([
  ['residentId', 'IDCARD'],
  ['passport', 'PASSPORT'],
  ['hkMacauPermit', 'HKMP'],
  ['taiwanPermit', 'MTPS'],
] as const)('document %s is %s', (idType, expected) => {
  expect(ticketBody({ contact, idType, mode: 'any' }, 'u').paperType).toBe(expected)
})

test('asked by authId it is about this attempt, by contact only about the account', () => {
  expect(factOfPerson({ realName: true, mode: 'FACEID' }, true)).toEqual({
    standing: 'verified',
    assurance: 'attempt',
    rawStatus: 'realName=true,mode=FACEID',
  })
  expect(factOfPerson({ realName: true }, false)).toMatchObject({
    standing: 'verified',
    assurance: 'account',
  })
  expect(factOfPerson({ realName: false }, true)).toEqual({
    standing: 'unproven',
    assurance: null,
    rawStatus: 'realName=false',
  })
})

test.each([
  [true, 'verified'],
  ['true', 'verified'],
  [false, 'unproven'],
  ['', 'unproven'],
  [1, 'unproven'],
  [undefined, 'unproven'],
])('realName as %j: %s', (realName, standing) => {
  expect(factOfPerson({ realName }, true).standing).toBe(standing)
})

const options = { callbackKey: null, clock: () => 1_700_000_000_000 }
const notice = (body: string, type = 'application/x-www-form-urlencoded') =>
  readNotice({ body: Buffer.from(body), headers: { 'content-type': type }, query: {} }, options)

test.each([
  ['1', 'verified'],
  ['2', 'rejected'],
  ['3', 'reviewing'],
])('status %s of a notice claims %s', (status, standing) => {
  expect(notice(`mode=IVS&status=${status}&authId=2802478225723232852`)).toEqual({
    kind: 'read',
    claim: { standing, rawStatus: `status=${status},mode=IVS` },
    refs: { authId: '2802478225723232852' },
  })
})

test('JSON is read too, with status and id as numbers', () => {
  expect(notice('{"mode":"FACE","status":1,"authId":2802478225723232852}', 'application/json')).toMatchObject(
    {
      claim: { standing: 'verified' },
      refs: { authId: '2802478225723232852' },
    },
  )
})

const noPerson = 'the status is not one of 1, 2, 3'
const noCompany = 'the status is not one of 0, 1, 2'
test.each([
  ['an unknown status', 'status=9&authId=1', noPerson],
  ['nothing', '', noPerson],
  ['an unknown status of a company', 'status=3&requestId=1', noCompany],
  ['an event without a status', 'actionEvent=7', noCompany],
])('%s is refused, with the owner told why', (_what, body, reason) => {
  expect(notice(body)).toEqual({ kind: 'refused', reason })
})

test('broken JSON is refused', () => {
  const refused = { kind: 'refused', reason: 'the body is neither a form nor JSON' }
  expect(notice('{', 'application/json')).toEqual(refused)
  expect(notice('', 'application/json')).toEqual(refused)
})

test.each(['<script>', '', 'a b', 'id/', '/id', 'x'.repeat(65)])('%j is no id, and left out', id => {
  for (const name of ['authId', 'requestId'])
    expect(notice(new URLSearchParams({ status: '1', [name]: id }).toString())).toHaveProperty('refs', {})
})

test.each(['1FACE', 'FACE1', 'face', 'X'.repeat(17), ''])('%j is no mode, and not repeated', mode => {
  expect(notice(`status=1&mode=${mode}`)).toMatchObject({ claim: { rawStatus: 'status=1' } })
})

test.each(['1x', 'x1', '1234', ''])('%j is no event of a company, and not repeated', actionEvent => {
  expect(notice(`status=0&actionEvent=${actionEvent}`)).toEqual({
    kind: 'read',
    claim: { standing: 'started', rawStatus: 'status=0' },
    refs: {},
  })
})

test('an event nobody has documented is shown, and only a rejection has a reason', () => {
  expect(notice('status=0&actionEvent=12')).toMatchObject({
    claim: { standing: 'started', rawStatus: 'status=0,actionEvent=12' },
  })
  expect(notice('status=1&actionEvent=2')).toMatchObject({ claim: { standing: 'verified' } })
  expect(JSON.stringify(notice('status=1&actionEvent=2'))).not.toContain('reason')
  expect(notice('status=2&actionEvent=0')).toEqual({
    kind: 'read',
    claim: { standing: 'rejected', rawStatus: 'status=2,actionEvent=0' },
    refs: {},
  })
})
