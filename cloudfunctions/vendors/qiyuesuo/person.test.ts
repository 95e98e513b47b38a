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

test('an answer without realName proves nothing', () => {
  expect(factOfPerson({}, true).standing).toBe('unproven')
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

test.each([
  ['an unknown status', 'status=9&authId=1'],
  ['nothing', ''],
])('%s is refused', (_what, body) => {
  expect(notice(body)).toMatchObject({ kind: 'refused' })
})

test('broken JSON is refused', () => {
  expect(notice('{', 'application/json')).toMatchObject({ kind: 'refused' })
})

test('an authId that is no id is left out', () => {
  expect(notice('status=1&authId=<script>')).toMatchObject({ kind: 'read', refs: {} })
})
