/** The pages that hold a flow's view: behind a link, in the mini-program, and one that only says why it cannot. */
import { dataIsland, type Html, html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { Notice } from '../entering'
import { layout } from './layout'

const SCRIPT = 'flow-page.client.js'

export function h5Page(session: string, view: Html): RenderedPage {
  return holder('e签宝实名认证', view, { entrance: 'h5', session })
}

/** Empty until the phone says how it was entered. */
export function shellPage(): RenderedPage {
  return holder('上链公证签', html`<p class="waiting">正在打开…</p>`, {
    entrance: 'mini-program',
    session: null,
  })
}

export function noticePage(notice: Notice): RenderedPage {
  return layout({ title: notice.title, content: html`<main id="view">${body(notice)}</main>` })
}

/** Inside the mini-program there is a way back, without an answer. */
export function noticeView(notice: Notice): Html {
  return html`${body(notice)}
<div class="buttons spaced"><button class="button" id="close" type="button">返回</button></div>`
}

function body({ title, detail }: Notice): Html {
  return html`<section class="result" data-outcome="notice">
<div class="icon" aria-hidden="true">!</div>
<h1 id="notice-title">${title}</h1>
<p>${detail}</p>
</section>`
}

function holder(title: string, view: Html, data: Record<string, unknown>): RenderedPage {
  return layout({
    title,
    script: SCRIPT,
    content: html`<main id="view">${view}</main>
<p class="hint" id="hint" role="alert"></p>
${dataIsland('page-data', data)}`,
  })
}
