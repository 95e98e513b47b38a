/** What all pages here look like: a badge above, and a bar of buttons that stays below. */
import { type Html, html } from '../../kit/html'
import { frame, type RenderedPage } from '../../kit/page'

/**
 * `script`: a file of this folder. After an act it puts the new `#page` and `#bar` in place of the old ones; what is
 * outside them stays, so that a screen reader hears `#hint` and `#toast` change.
 */
export function layout({
  title,
  content,
  bar,
  script,
}: {
  title: string
  content: Html
  bar?: Html
  script?: string
}): RenderedPage {
  return frame({
    title,
    folder: __dirname,
    scripts: script ? [script] : [],
    body: html`<p class="badge"><span>本地沙箱</span></p>
<main id="page">${content}</main>
${
  bar &&
  html`<footer class="bar">
<p class="hint" id="hint" role="alert"></p>
<p class="toast" id="toast" role="status"></p>
<div class="bar-buttons" id="bar">${bar}</div>
</footer>`
}`,
  })
}
