import {
  companyBody,
  companyForm,
  companyStatuses,
  factOfCompany,
  factOfDetail,
  licencePart,
} from './company'
import { contractBody } from './contract'
import { companyEvents, companyStatuses as noticeStatuses, personStatuses, readNotice } from './notice'

const applicant = { name: '测试员甲', contact: { type: 'mobile', value: '13800138000' } } as const
const organization = {
  name: '测试甲有限公司',
  registerNumber: '91110000MA0TEA001C',
  legalPerson: '测试员乙',
  applicant,
  closeButton: false,
  editableFields: ['name' as const, 'registerNumber' as const, 'legalPerson' as const, 'licence' as const],
}

test('every field that can be set goes where the documentation says; modifyFields is one text', () => {
  expect(companyBody(organization, 'https://callback.example/x')).toEqual({
    companyName: '测试甲有限公司',
    applicant: { name: '测试员甲', contact: '13800138000', contactType: 'MOBILE' },
    registerNo: '91110000MA0TEA001C',
    legalPerson: '测试员乙',
    modifyFields: 'corpName,registerNo,legalPerson',
    closeButton: false,
    callbackUrl: 'https://callback.example/x',
  })
})

test('what is not set is not sent', () => {
  const bare = { name: '测试甲有限公司', applicant: { contact: applicant.contact } }
  expect(companyBody(bare, 'u')).toEqual({
    companyName: '测试甲有限公司',
    applicant: { contact: '13800138000', contactType: 'MOBILE' },
    callbackUrl: 'u',
  })
})

test('where nothing but the licence may be changed the list is not sent: the call knows no licence', () => {
  expect(companyBody({ ...organization, editableFields: ['licence'] }, 'u').modifyFields).toBeUndefined()
})

test('with a licence the applicant travels as a JSON text', () => {
  const form = companyForm(organization, 'u')
  expect(JSON.parse(form.applicantInfo ?? '')).toEqual({
    name: '测试员甲',
    contact: '13800138000',
    contactType: 'MOBILE',
  })
  expect(form.closeButton).toBe('false')
  const bare = companyForm({ name: '测试甲有限公司', applicant: { contact: applicant.contact } }, 'u')
  expect([bare.closeButton, bare.modifyFields]).toEqual([undefined, undefined])
  expect(form.modifyFields).toBe('corpName,registerNo,legalPerson,license')
  expect(licencePart({ type: 'png', bytes: Buffer.from('x') })).toMatchObject({
    field: 'license',
    filename: 'license.png',
    contentType: 'image/png',
  })
})

test('the statuses of the query, row by row; by name only a success says something about now', () => {
  expect(
    Object.entries(companyStatuses)
      .map(([status, row]) => `${status} ${row.standing} ${row.byName}`)
      .sort(),
  ).toEqual([
    '-1 unproven unproven',
    '1 unproven unproven',
    '2 verified verified',
    '3 rejected unproven',
    '4 started unproven',
    '6 expired unproven',
  ])
})

test('asked by requestId it is about this attempt, by name only about the account', () => {
  expect(factOfCompany({ status: 2, basicStatus: 3 }, true)).toEqual({
    standing: 'verified',
    assurance: 'attempt',
    rawStatus: 'status=2,basicStatus=3',
  })
  expect(factOfCompany({ status: '2' }, false)).toMatchObject({ standing: 'verified', assurance: 'account' })
})

test('asked by name, somebody about to verify it is told apart from nobody; known from elsewhere is told too', () => {
  const touched = ['-1', '1', '2', '3', '4', '6'].filter(status => factOfCompany({ status }, false).touched)
  expect(touched).toEqual(['1', '3', '4'])
  expect(factOfCompany({ status: 4 }, true)).not.toHaveProperty('touched')
  expect(factOfDetail({ status: 'AUTH_SUCCESS' })).toMatchObject({ standing: 'verified', elsewhere: true })
  expect(factOfDetail({ status: 'UNREGISTERED' })).not.toHaveProperty('elsewhere')
})

test('a rejection says whether the basic information or the authorization letter failed', () => {
  expect(factOfCompany({ status: 3, basicStatus: 2 }, true)).toMatchObject({
    standing: 'rejected',
    reason: 'basicInformation',
  })
  expect(factOfCompany({ status: 3, basicStatus: 3 }, true)).toMatchObject({
    standing: 'rejected',
    reason: 'authorizationLetter',
  })
  expect(factOfCompany({ status: 3, basicStatus: 2 }, false)).not.toHaveProperty('reason')
})

test('a reviewer at work is a review', () => {
  expect(factOfCompany({ status: 4, basicStatus: 1 }, true).standing).toBe('reviewing')
  expect(factOfCompany({ status: 4, basicStatus: 3 }, true).standing).toBe('started')
})

test.each([
  [{ status: 5 }, 'status=5'],
  [{}, 'status='],
  [{ status: null, basicStatus: null }, 'status='],
])('an undocumented status %j proves nothing', (result, rawStatus) => {
  for (const byRequest of [true, false])
    expect(factOfCompany(result, byRequest)).toEqual({ standing: 'unproven', assurance: null, rawStatus })
})

test('what is over is over, whatever its basic information says', () => {
  for (const basicStatus of [1, 2, 3])
    expect(factOfCompany({ status: 6, basicStatus }, true)).toEqual({
      standing: 'expired',
      assurance: null,
      rawStatus: `status=6,basicStatus=${basicStatus}`,
    })
})

const options = { callbackKey: null, clock: () => 0 }
const notice = (fields: Record<string, string>) =>
  readNotice({ body: Buffer.from(new URLSearchParams(fields).toString()), headers: {}, query: {} }, options)

test('the numbers of notices are told apart from those of the query', () => {
  expect(personStatuses).toEqual({ '1': 'verified', '2': 'rejected', '3': 'reviewing' })
  expect(noticeStatuses).toEqual({ '0': 'started', '1': 'verified', '2': 'rejected' })
  expect(Object.keys(companyEvents)).toEqual(['0', '1', '2', '4', '7'])
})

test.each([
  ['0', '0', { standing: 'reviewing', rawStatus: 'status=0,actionEvent=0' }],
  ['0', '1', { standing: 'started', rawStatus: 'status=0,actionEvent=1' }],
  ['2', '2', { standing: 'rejected', rawStatus: 'status=2,actionEvent=2', reason: 'basicInformation' }],
  ['2', '4', { standing: 'rejected', rawStatus: 'status=2,actionEvent=4', reason: 'authorizationLetter' }],
  ['1', '7', { standing: 'verified', rawStatus: 'status=1,actionEvent=7' }],
])('company notice: status %s, event %s', (status, actionEvent, claim) => {
  const authInfo = JSON.stringify({ name: '测试甲有限公司', applicantPhone: '13800138000' })
  const reading = notice({ status, actionEvent, requestId: '2802478225723232852', authInfo })
  expect(reading).toEqual({ kind: 'read', claim, refs: { requestId: '2802478225723232852' } })
})

const contact = { type: 'mobile', value: '13800138000' } as const

test('a contract to sign names its signer, one to view does not', () => {
  const passwords = { hidePasswordSettings: true, allowPasswordSign: false }
  expect(
    contractBody({ contractId: '1', contact, intent: 'sign', ...passwords, themeColor: '#000000' }),
  ).toEqual({
    contractId: '1',
    user: { contact: '13800138000', contactType: 'MOBILE' },
    hidePasswordSettings: true,
    allowPasswordSign: false,
  })
  const look = { documentId: 'd', language: 'zh', themeColor: '#07C160' } as const
  expect(contractBody({ bizId: 'b', tenantName: 't', contact, intent: 'view', ...look })).toEqual({
    bizId: 'b',
    tenantName: 't',
    documentId: 'd',
    lang: 'cn',
    themeColor: '#07C160',
  })
})
