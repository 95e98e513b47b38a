/** The frame of every page: one style sheet in WeUI's manner, one script, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Html, html, trusted } from '../../kit/html'

export interface RenderedPage {
  markup: string
  csp: string
}

/** `scripts`: files of this folder that run after the content, in this order. */
export function layout(options: {
  title: string
  content: Html
  scripts?: readonly string[]
  themeColor?: string
}): RenderedPage {
  const style = read('page.css')
  const script = (options.scripts ?? []).map(read).join('')
  const theme = options.themeColor ? `:root{--brand:${options.themeColor}}` : ''
  const view = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${options.title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
<style>${trusted(theme)}</style>
</head>
<body>
<header class="banner">契约锁沙箱 · 仅供本地演示</header>
${options.content}
${script ? html`<script>${trusted(script)}</script>` : undefined}
</body>
</html>
`
  const allowed = {
    'default-src': "'none'",
    'style-src': [style, theme].map(hash).join(' '),
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
