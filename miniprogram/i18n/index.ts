export { commonText, failureText } from './common'
export { defineTexts, type KeyOf, language, type Params, type Texts } from './define-texts'
export { t, textsOf } from './legacy'
export { useTitle } from './use-title'
