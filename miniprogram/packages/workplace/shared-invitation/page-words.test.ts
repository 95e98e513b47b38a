import { modeText } from '../../../status/mode-texts'
import { fallbackText } from './page-words'
import { invitationText } from './texts'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

test('ways of the vendor’s page go by the names they have elsewhere, but for its own', () => {
  expect(fallbackText('face')).toBe(modeText('face'))
  expect(fallbackText('manualReview')).toBe(invitationText('manualReview'))
})
