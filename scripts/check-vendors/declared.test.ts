import { declaredFields } from './declared'

const MODELS = `
/**
 * Of somebody
 */
export interface UserInfo {
    UserId?: string;
}
export interface AskRequest {
    /**
     * {not a field: string}
     */
    Operator: UserInfo;
    Users?: Array<UserInfo>;
    Types?: Array<number | bigint>;
}
`

test('reads the fields of a request, those inside lists and objects too', () => {
  expect(declaredFields(MODELS, ['Ask'])).toEqual({
    Ask: ['Operator', 'Operator.UserId', 'Types', 'Users', 'Users.UserId'],
  })
})

test('an action the SDK lacks is said', () => {
  expect(() => declaredFields(MODELS, ['Tell'])).toThrow('the SDK has no Tell')
})
