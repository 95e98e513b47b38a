/** What screen readers need; Taro's templates leave it out of these components. */
const aria = { 'aria-label': '', 'aria-role': '', 'aria-checked': '' }

export const ariaComponents = {
  View: aria,
  Input: aria,
  Textarea: aria,
  Switch: aria,
  Checkbox: aria,
  Picker: aria,
}
