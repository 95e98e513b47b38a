/** The frame of every page: one style sheet in WeUI's manner, at most one script, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Html, html, trusted } from '../../kit/html'

/**
 * `script`: a file of this folder. After an act it puts the new `#page` and `#bar` in place of the old ones; what is
 * outside them stays, so that a screen reader hears `#hint` and `#toast` change.
 */
export function layout(options: { title: string; content: Html; bar?: Html; script?: string }): string {
  const style = read('page.css')
  const script = options.script ? read(options.script) : undefined
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${options.title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<p class="badge"><span>本地沙箱</span></p>
<main id="page">${options.content}</main>
${
  options.bar &&
  html`<footer class="bar">
<p class="hint" id="hint" role="alert"></p>
<p class="toast" id="toast" role="status"></p>
<div class="bar-buttons" id="bar">${options.bar}</div>
</footer>`
}
${script !== undefined && html`<script>${trusted(script)}</script>`}
</body>
</html>
`.markup
}

function policy(style: string, script: string | undefined): string {
  const allowed = {
    'default-src': "'none'",
    'style-src': hash(style),
    'script-src': script === undefined ? "'none'" : hash(script),
    'connect-src': "'self'",
    'img-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  return Object.entries(allowed)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

function read(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8')
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
