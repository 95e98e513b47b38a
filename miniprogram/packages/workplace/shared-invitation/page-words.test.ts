import { modeText } from '../../../status/mode-texts'
import { fallbackText, pageFieldText } from './page-words'
import { invitationText } from './texts'
import { fieldLabel } from './words'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

test('ways and fields of the vendor’s page go by the names they have elsewhere, but for its own', () => {
  expect(fallbackText('face')).toBe(modeText('face'))
  expect(fallbackText('manualReview')).toBe(invitationText('manualReview'))
  expect(pageFieldText('name', 'person')).toBe(fieldLabel('name', 'person'))
  expect(pageFieldText('licence', 'organization')).toBe(invitationText('field.licence'))
})
