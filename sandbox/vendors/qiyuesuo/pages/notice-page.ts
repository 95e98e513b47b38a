/** A page that only says why it cannot go on. */
import { html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { Entrance } from '../passes'
import { layout } from './layout'

export function noticePage(notice: { title: string; detail: string }, entrance: Entrance): RenderedPage {
  return layout({
    title: notice.title,
    scripts: entrance === 'plugin' ? ['notice-page.client.js'] : [],
    content: html`<main>
<section class="result" data-outcome="notice">
<div class="icon" aria-hidden="true">!</div>
<h1 id="notice-title">${notice.title}</h1>
<p>${notice.detail}</p>
${entrance === 'plugin' && html`<div class="buttons"><button class="button" id="return" type="button">返回</button></div>`}
</section>
</main>`,
  })
}
