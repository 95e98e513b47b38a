/** Makes an element: `h('div', 'sim-sheet', child, 'text')`. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (className) element.className = className
  for (const child of children) if (child !== null) element.append(child)
  return element
}

export function onClick<E extends HTMLElement>(element: E, run: () => void): E {
  element.addEventListener('click', run)
  return element
}

/** The next task: where WeChat's native side would answer. A user gesture does not survive it. */
export function later(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0))
}
