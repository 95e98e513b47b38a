export { commonText, failureText } from './common'
export { defineTexts, type KeyOf, language, type Params, type Texts } from './define-texts'
export { useTitle } from './use-title'
