import { refusalOf } from './refusal'

test.each([
  [{ errMsg: 'chooseMedia:fail cancel' }, 'canceled'],
  [
    { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 },
    'undeclared',
  ],
  [{ errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement' }, 'undeclared'],
  [{ errMsg: 'chooseMedia:fail', errno: 112 }, 'undeclared'],
  [{ errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }, 'refused'],
  [{ errMsg: 'chooseMedia:fail auth deny' }, 'refused'],
  [new Error('unexpected'), 'refused'],
  ['chooseMedia:fail cancel', 'canceled'],
  [undefined, 'refused'],
])('%j is %s', (error, kind) => {
  expect(refusalOf(error)).toBe(kind)
})
