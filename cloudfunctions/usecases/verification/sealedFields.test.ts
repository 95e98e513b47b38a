import { createWorld, testOrganization, testPerson } from '../../../test/support/world'
import { ActionError } from '../../domain/errors'
import { fieldsOf } from './sealedFields'

test.each([
  { subject: 'person', person: testPerson },
  { subject: 'organization', organization: testOrganization },
])('what was sealed of a $subject is read as it was, by its own verification alone', fields => {
  const { deps } = createWorld()
  const sealed = deps.vault.seal(fields, { kind: 'verificationFields', id: 'v_1' })
  expect(fieldsOf(deps, { _id: 'v_1', sealed })).toEqual(fields)
  expect(() => fieldsOf(deps, { _id: 'v_2', sealed })).toThrow(ActionError)
  expect(fieldsOf(deps, { _id: 'v_1', sealed: null })).toBeNull()
})
