import type { Log, LogFields } from '../platform/log'
import { answer } from './answer'

const name = '张三丰13800138000'

async function asked(action: string, input: unknown) {
  const logged: LogFields[] = []
  const keep = (_event: string, fields: LogFields = {}) => logged.push(fields)
  const log: Log = { info: keep, warn: keep, error: keep }
  const dependencies = () => {
    throw new Error('what is not well-formed goes no further')
  }
  const said = await answer({ event: { action, input }, openid: 'alice', dependencies, log })
  if (said.ok) throw new Error('it was answered')
  return { error: said.error, logged, everything: JSON.stringify([said, logged]) }
}

const begun = {
  clientKey: 'key-0000000000000001',
  vendor: 'ess',
  consentId: `c_${'0'.repeat(32)}`,
  subject: 'person',
}

test.each([
  ['at the top', 'config.get', { [name]: 1 }, 'input'],
  ['within', 'verification.start', { ...begun, person: { contact: {}, [name]: 1 } }, 'person.contact.type'],
  ['alone within', 'verification.start', { ...begun, person: person({ [name]: 1 }) }, 'person'],
  ['as a value', 'verification.get', { id: name }, 'id'],
])('a name that no schema knows is neither answered nor logged: %s', async (_where, action, input, field) => {
  const { error, everything } = await asked(action, input)
  expect(error).toMatchObject({ code: 'INVALID_INPUT', field })
  expect(everything).not.toContain('张三丰')
  expect(everything).not.toContain('13800138000')
})

function person(more: object) {
  return { contact: { type: 'mobile', value: '13900000000' }, ...more }
}

test('the field at fault is told as far as a schema names it', async () => {
  const { error } = await asked('batch.saveRow', { id: 'b_1', [name]: 1 })
  expect(error.field).toBe('id')
  const listed = await asked('invitation.revoke', { ids: [1] })
  expect(listed.error.field).toBe('ids.0')
})

test.each([
  ['too many values', Array.from({ length: 5001 }, () => 0)],
  ['too long', { text: 'x'.repeat(400_001) }],
  ['too deep', { a: { a: { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } } } }],
])('what is %s is refused as a whole', async (_what, input) => {
  const { error } = await asked('config.get', input)
  expect(error).toMatchObject({ code: 'INVALID_INPUT', field: 'input' })
})
