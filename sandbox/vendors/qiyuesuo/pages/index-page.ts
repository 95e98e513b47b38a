/** The simulator's own page: recent attempts, and the reviewer's buttons. */
import { type Html, html } from '../../kit/html'
import { maskContact } from '../../kit/mask'
import type { Attempt, AttemptState } from '../attempts'
import { layout, type RenderedPage } from './layout'

const STATE_LABELS: Record<AttemptState, string> = {
  waiting: '待认证',
  passed: '已通过',
  failed: '未通过',
  reviewing: '人工审核中',
}

export function indexPage(recent: readonly Attempt[]): RenderedPage {
  const list =
    recent.length === 0 ? [html`<div class="cell tag">还没有认证记录</div>`] : recent.map(attemptCell)
  return layout({
    title: '契约锁沙箱',
    script: 'index-page.client.js',
    content: html`<main>
<h1>最近的个人认证</h1>
<p class="lead">处于人工审核中的记录，可在此作出审核决定</p>
<div class="cells">${list}</div>
<p class="hint" id="hint" role="alert"></p>
<div class="cells-title">流量记录 <code>GET /__sandbox/log</code>，编排 <code>POST /__sandbox/next</code></div>
</main>`,
  })
}

function attemptCell(attempt: Attempt): Html {
  const entrance = attempt.entrance === 'plugin' ? '插件' : '链接'
  return html`<div class="cell attempt" data-auth-id="${attempt.authId}">
<span class="value">${maskContact(attempt.request.user.contact)} · ${STATE_LABELS[attempt.state]}<br>
<span class="tag">${entrance} · ${attempt.authId}</span></span>
${
  attempt.state === 'reviewing' &&
  html`<button class="button" type="button" data-decision="pass">审核通过</button>
<button class="button danger" type="button" data-decision="fail">审核不通过</button>`
}</div>`
}
