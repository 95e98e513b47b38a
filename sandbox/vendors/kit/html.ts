/** Markup in which every inserted value is escaped unless it is markup itself. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | number | Html | readonly Html[] | undefined | false

export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.reduce((sum, part, index) => sum + render(values[index - 1]) + part))
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}

/** Text of this project's own files only: style sheets and scripts. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

/** Data for a script of the page; `<` cannot end the element from within a JSON string. */
export function dataIsland(id: string, data: unknown): Html {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return new Html(`<script type="application/json" id="${escapeHtml(id)}">${text}</script>`)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function render(value: Value): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'object') return value.map(one => one.markup).join('')
  return escapeHtml(String(value))
}
