/** `classes('c-button', { 'c-button--busy': busy })` → the class attribute. */
export function classes(base: string, modifiers: Record<string, boolean | undefined> = {}): string {
  const on = Object.keys(modifiers).filter(name => modifiers[name])
  return [base, ...on].join(' ')
}
