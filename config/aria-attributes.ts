/**
 * What screen readers need; Taro's templates leave it out of these components. Each is named where it means something:
 * an attribute stands in the template of every level.
 */
const label = { 'aria-label': '' }
const field = { ...label, 'aria-invalid': '' }
const acts = { ...label, 'aria-role': '', 'aria-checked': '', 'aria-disabled': '', 'aria-hidden': '' }

export const ariaComponents = {
  View: acts,
  Button: label,
  Input: field,
  Textarea: field,
  Switch: label,
  Checkbox: label,
  Picker: { ...label, 'aria-role': '' },
  Image: { ...label, 'aria-role': '', 'aria-hidden': '' },
}
