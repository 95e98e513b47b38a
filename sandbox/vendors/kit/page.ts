/** The frame of every vendor's page: style sheets, scripts after the content, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Html, html, trusted } from './html'
import { type Answer, page } from './http'

export interface RenderedPage {
  markup: string
  csp: string
}

export interface Frame {
  title: string
  /** All that is seen. */
  body: Html
  /** The vendor's folder of pages, which holds its `page.css` and the scripts. */
  folder: string
  /** Files of the folder that run after the body, in this order. */
  scripts?: readonly string[]
  /** `form`: pages made of cells and wide buttons, as WeUI has them. */
  look?: 'form'
  /** One more style sheet: text of this project's own. */
  theme?: string
}

export function frame({ title, body, folder, scripts = [], look, theme = '' }: Frame): RenderedPage {
  const looks = look ? [read(__dirname, `${look}.css`)] : []
  const styles = [read(__dirname, 'page.css'), ...looks, read(folder, 'page.css'), theme].filter(Boolean)
  const script = scripts.map(name => read(folder, name)).join('')
  const { markup } = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title}</title>
<link rel="icon" href="data:,">
${styles.map(style => html`<style>${trusted(style)}</style>`)}
</head>
<body>
${body}
${script !== '' && html`<script>${trusted(script)}</script>`}
</body>
</html>
`
  return { markup, csp: policy(styles, script) }
}

/** A page as the simulator answers with it. */
export function answerPage(
  { markup, csp }: RenderedPage,
  more: { status?: number; note?: string } = {},
): Answer {
  return page(markup, { csp, ...more })
}

function policy(styles: readonly string[], script: string): string {
  const allowed = {
    'default-src': "'none'",
    'style-src': styles.map(hash).join(' '),
    'script-src': script === '' ? "'none'" : hash(script),
    'connect-src': "'self'",
    'img-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': 'http://127.0.0.1:* http://localhost:*',
  }
  return Object.entries(allowed)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
