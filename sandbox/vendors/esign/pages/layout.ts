/** The frame of every page: one style sheet in WeUI's manner, one script, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Html, html, trusted } from '../../kit/html'

export interface RenderedPage {
  markup: string
  csp: string
}

/** `script`: a file of this folder that runs after the content. */
export function layout(options: { title: string; content: Html; script?: string }): RenderedPage {
  const style = read('page.css')
  const script = options.script ? read(options.script) : ''
  const view = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${options.title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<span class="badge" id="badge">本地沙箱</span>
${options.content}
${script ? html`<script>${trusted(script)}</script>` : undefined}
</body>
</html>
`
  const allowed = {
    'default-src': "'none'",
    'style-src': hash(style),
    'script-src': script ? hash(script) : "'none'",
    'connect-src': "'self'",
    'img-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': 'http://127.0.0.1:* http://localhost:*',
  }
  const csp = Object.entries(allowed)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
  return { markup: view.markup, csp }
}

function read(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8')
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
