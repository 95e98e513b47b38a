/** The simulator's own page: what happened lately. */
import { type Html, html } from '../../kit/html'
import type { RenderedPage } from '../../kit/page'
import type { Flow } from '../flows'
import { type Stage, stageOf } from '../stages'
import { layout } from './layout'

const LABELS: Record<Stage, string> = {
  'person-way': '待选择认证方式',
  'person-form': '个人认证中',
  'org-info': '待填写企业信息',
  'org-way': '待选择企业认证方式',
  transfer: '对公打款中',
  legalAuthorize: '待法定代表人签署',
  legalRep: '待法定代表人刷脸',
  alipay: '支付宝认证中',
  authorize: '待授权',
  passed: '已通过',
  failed: '未通过',
}

export function indexPage(flows: readonly Flow[]): RenderedPage {
  return layout({
    title: 'e签宝沙箱',
    content: html`<main>
<h1>最近的认证流程</h1>
<p class="lead">流量记录 <code>GET /__sandbox/log</code>，编排 <code>POST /__sandbox/next</code></p>
<div class="cells">${flows.length === 0 ? html`<div class="cell tag">还没有记录</div>` : flows.map(cell)}</div>
</main>`,
  })
}

function cell(flow: Flow): Html {
  const who = flow.main.objectType === 'INDIVIDUAL' ? '个人' : '企业'
  const state = flow.expired ? '已过期' : LABELS[stageOf(flow)]
  return html`<div class="cell" data-flow-id="${flow.id}">
<span class="value">${who} · ${state}<br><span class="tag">${flow.family} · ${flow.id}</span></span></div>`
}
