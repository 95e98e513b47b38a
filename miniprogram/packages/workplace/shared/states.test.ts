import { statesInOrder, stateTag } from './states'
import { workplaceText } from './texts'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

test('every state is listed once, with a text; what the vendor looks through by hand says so', () => {
  expect(new Set(statesInOrder).size).toBe(statesInOrder.length)
  for (const state of statesInOrder)
    expect(stateTag({ state, reviewing: true }).text).toBe(
      workplaceText(state === 'processing' ? 'state.reviewing' : `state.${state}`),
    )
  expect(stateTag({ state: 'processing', reviewing: false })).toEqual({
    kind: 'busy',
    text: workplaceText('state.processing'),
  })
})
