/*
 * What a screen reader hears and a keyboard reaches. WeChat's templates write `aria-role`; its WebView has `role`. A
 * value that is not given says nothing, as on devices: Taro's templates write every attribute of every view.
 * https://developers.weixin.qq.com/miniprogram/dev/component/aria-component
 */

/** The properties of a built-in tag that are written as `aria-…`. */
export const ariaDefaults = {
  ariaRole: '',
  ariaLabel: '',
  ariaChecked: '',
  ariaDisabled: '',
  ariaExpanded: '',
  ariaHidden: '',
  ariaInvalid: '',
} as const

/** Roles that something is done with: the keyboard comes to them. */
const reached = new Set(['button', 'checkbox', 'link', 'radio', 'switch', 'tab'])

/** Of tags that a reader knows without being told. */
const ownRoles: Readonly<Record<string, string>> = {
  'WX-BUTTON': 'button',
  'WX-IMAGE': 'img',
  'WX-CHECKBOX-GROUP': 'group',
  'WX-RADIO-GROUP': 'radiogroup',
}

/** Writes one attribute `aria-…` of a template. */
export function writeAria(element: Element, name: string, value: unknown): void {
  const told = name === 'aria-role' ? 'role' : name
  if (value === '' || value === null || value === undefined || value === 'undefined') {
    Element.prototype.removeAttribute.call(element, told)
    return
  }
  // The prototype's: that of an element of the templates leads here.
  const set = (each: string, to: string) => Element.prototype.setAttribute.call(element, each, to)
  set(told, String(value))
  // A button that is off has left the round of the keyboard before.
  if (told === 'role' && reached.has(String(value)) && !element.hasAttribute('tabindex')) set('tabindex', '0')
}

/** The properties of a built-in tag, written where its reader finds them: its own control, or the tag itself. */
export function writeAriaOf(host: Element, data: Record<string, unknown>): void {
  const spoken = host.querySelector(':scope > input, :scope > textarea') ?? host
  for (const property of Object.keys(ariaDefaults)) {
    const name = `aria-${property.slice('aria'.length).toLowerCase()}`
    // A control of its own kind has its role and its state already.
    if (spoken !== host && (name === 'aria-role' || name === 'aria-checked')) continue
    const value = data[property] || (name === 'aria-role' ? (ownRoles[host.tagName] ?? '') : '')
    writeAria(spoken, name, value)
  }
}

/** Enter and the space bar tap what the keyboard has come to. */
export function followKeys(root: HTMLElement): void {
  root.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const target = event.target
    if (!(target instanceof HTMLElement) || !reached.has(target.getAttribute('role') ?? '')) return
    if (/^(INPUT|BUTTON|TEXTAREA)$/.test(target.tagName)) return
    event.preventDefault()
    const { left, top, width, height } = target.getBoundingClientRect()
    const at = { bubbles: true, composed: true, clientX: left + width / 2, clientY: top + height / 2 }
    for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, at))
  })
}
