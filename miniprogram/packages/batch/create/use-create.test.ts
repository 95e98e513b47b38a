import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'

import { noAdministrator } from '../shared/administrator'
import type { BatchDraft } from './draft'
import { useCreate } from './use-create'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const draft: BatchDraft = {
  title: null,
  source: 'text',
  file: null,
  text: '企业名称\n示例公司',
  linkMode: 'single',
  authorization: 'none',
  administrator: noAdministrator,
}
beforeEach(() => phone.reset())

async function pressed(own: Partial<BatchDraft>, title = '八月') {
  const page = mount(() => useCreate({ ...draft, ...own }, title))
  page().submit()
  await page.settled()
  return page
}

test('a batch is made of what is in the form, and its board follows', async () => {
  phone.answers('batch.create', () => ({
    outcome: 'created',
    batch: { id: 'b_1' },
    leftOut: [],
    unknownHeadings: [],
  }))
  await pressed({})
  expect(phone.inputs('batch.create')).toMatchObject([
    { title: '八月', source: { kind: 'text', text: draft.text } },
  ])
  expect(phone.given('redirectTo')).toEqual([{ url: '/packages/batch/board/index?id=b_1' }])
})

test('what is left out of a file is asked about first, and what is wrong is said', async () => {
  const asked = { outcome: 'asked', rows: 1, leftOut: [] }
  phone.answers('batch.create', () => asked)
  const page = await pressed({})
  expect(page().question?.answer).toEqual(asked)
  const wrong = await pressed({}, '')
  expect(wrong().obstacle).toEqual({ kind: 'field', field: 'title' })
  expect([phone.given('redirectTo'), phone.asked.length]).toEqual([[], 1])
})
