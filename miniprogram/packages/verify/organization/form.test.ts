import type { OrganizationDraft } from './draft'
import { organizationForm } from './form'
import { uploads } from './licence/uploads'

jest.mock('./licence/uploads', () => ({
  uploads: { of: jest.fn(async () => 'cloud://env/licences/x.png'), forget: jest.fn(), discard: jest.fn() },
}))
const mockCall = jest.fn(async (_action: string, _input: object) => ({}))
jest.mock('../../../cloud/call', () => ({
  callAction: (action: string, input: object) => mockCall(action, input),
}))

const draft: OrganizationDraft = {
  vendor: null,
  name: '示例科技有限公司',
  registerNumber: '',
  legalPerson: '',
  applicantName: '',
  applicantMobile: '13800000000',
  applicantEmail: '',
  licence: { path: 'tmp/a.png', name: 'a.png', size: 10, type: 'png' },
}
const token = 'AbCdEfGhIjKlMnOpQr-_09'
const head = { clientKey: 'k'.repeat(16), consentId: 'c_1', vendor: 'ess' } as const
const organization = {
  name: '示例科技有限公司',
  applicant: { contact: { type: 'mobile', value: '13800000000' } },
}
const licenceFileId = 'cloud://env/licences/x.png'

beforeEach(() => jest.clearAllMocks())

test('nothing is uploaded before the start is sent', async () => {
  const form = organizationForm(draft, [], null)
  expect(uploads.of).not.toHaveBeenCalled()
  expect(form.content).toEqual({ subject: 'organization', organization })
  await form.send(head)
  expect(mockCall.mock.calls).toEqual([
    [
      'verification.start',
      { ...head, subject: 'organization', organization: { ...organization, licenceFileId } },
    ],
  ])
})

test('without a licence nothing is uploaded at all', async () => {
  await organizationForm({ ...draft, licence: null }, [], null).send(head)
  expect(mockCall.mock.calls).toEqual([
    ['verification.start', { ...head, subject: 'organization', organization }],
  ])
  expect(uploads.of).not.toHaveBeenCalled()
})

test('an invitation is answered with what was typed and the licence beside it', async () => {
  const form = organizationForm({ ...draft, name: '' }, [], token)
  expect(form.purpose).toBe('invitation')
  await form.send(head)
  expect(mockCall.mock.calls).toEqual([
    [
      'invitation.start',
      {
        ...head,
        token,
        subject: 'organization',
        invitee: { applicantMobile: '13800000000' },
        licenceFileId,
      },
    ],
  ])
})

test.each([
  ['organization.licenceFileId', 1],
  ['organization.registerNumber', 0],
])('a refusal at %s drops the upload %i times', (path, times) => {
  const form = organizationForm(draft, [], null)
  const error = form.errorAt(path)
  if (error) form.onRefused?.(error)
  expect(uploads.forget).toHaveBeenCalledTimes(times)
})
