import type { OrganizationDraft } from './draft'
import { organizationForm } from './form'
import { uploads } from './licence/uploads'

jest.mock('./licence/uploads', () => ({
  uploads: { of: jest.fn(async () => 'cloud://env/licences/x.png'), forget: jest.fn(), discard: jest.fn() },
}))

const draft: OrganizationDraft = {
  vendor: null,
  name: '示例科技有限公司',
  registerNumber: '',
  legalPerson: '',
  applicantName: '',
  applicantMobile: '13800000000',
  licence: { path: 'tmp/a.png', name: 'a.png', size: 10, type: 'png' },
}

beforeEach(() => jest.clearAllMocks())

test('nothing is uploaded before the start is completed', async () => {
  const form = organizationForm(draft)
  expect(uploads.of).not.toHaveBeenCalled()
  expect(form.content).not.toHaveProperty('organization.licenceFileId')
  expect(await form.complete()).toHaveProperty('organization.licenceFileId', 'cloud://env/licences/x.png')
})

test('without a licence nothing is uploaded at all', async () => {
  const form = organizationForm({ ...draft, licence: null })
  expect(await form.complete()).toEqual(form.content)
  expect(uploads.of).not.toHaveBeenCalled()
})

test.each([
  ['organization.licenceFileId', 1],
  ['organization.registerNumber', 0],
])('a refusal at %s drops the upload %i times', (path, times) => {
  const form = organizationForm(draft)
  const error = form.errorAt(path)
  if (error) form.onRefused?.(error)
  expect(uploads.forget).toHaveBeenCalledTimes(times)
})
