import { showPage } from '.'
import { EXIT, IN_BROWSER, read, startStage, visit } from './test-support'

test.each([
  ['expired', '链接已过期'],
  ['unknown', '链接无效'],
  ['wrongEnvironment', '环境不一致'],
] as const)('%s is said and can be left', async (reason, title) => {
  const stage = await startStage({ kind: 'gone', reason })
  const page = await visit(stage)
  expect(page.text('outcome-title')).toBe(title)
  expect(page.document.querySelectorAll('button')).toHaveLength(1)
  page.tap('return')
  expect(page.sent).toEqual([EXIT])
  page.close()
  await stage.close()
})

test('in a browser there is no button', () => {
  const document = read(showPage({ kind: 'gone', reason: 'expired' }, IN_BROWSER))
  expect(document.querySelectorAll('button')).toHaveLength(0)
  expect(document.getElementById('go-back')).not.toBeNull()
})
