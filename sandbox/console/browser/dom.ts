/** Elements by id, and elements from data: text only ever becomes text. */

export function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new Error(`the page has no ${type.name} with id ${id}`)
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}

export function button(label: string, attributes: Record<string, string>, onClick: () => void) {
  const node = el('button', { type: 'button', ...attributes }, label)
  node.addEventListener('click', onClick)
  return node
}
