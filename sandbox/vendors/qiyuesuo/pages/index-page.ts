/** The simulator's own page: what happened lately, and the reviewer's buttons. */
import { type Html, html } from '../../kit/html'
import { maskContact } from '../../kit/mask'
import type { RenderedPage } from '../../kit/page'
import type { Attempt, AttemptState } from '../attempts'
import type { Company } from '../companies'
import { awaitsReviewer, type CompanyState } from '../company-states'
import { type Contract, stateOf } from '../contracts'
import type { Entrance } from '../passes'
import { CONTRACT_LABELS } from './contract-page'
import { layout } from './layout'

const STATE_LABELS: Record<AttemptState, string> = {
  waiting: '待认证',
  passed: '已通过',
  failed: '未通过',
  reviewing: '人工审核中',
}

const COMPANY_LABELS: Record<CompanyState, string> = {
  waiting: '待提交',
  basicReviewing: '基本信息审核中',
  basicFailed: '基本信息未通过',
  basicPassed: '待提交授权书',
  letterReviewing: '授权书审核中',
  letterFailed: '授权书未通过',
  passed: '已通过',
  expired: '已过期',
}

const ENTRANCE_LABELS: Record<Entrance, string> = { plugin: '插件', h5: '链接' }

export function indexPage(recent: {
  attempts: readonly Attempt[]
  companies: readonly Company[]
  contracts: readonly Contract[]
}): RenderedPage {
  return layout({
    title: '契约锁沙箱',
    scripts: ['index-page.client.js'],
    content: html`<main>
<h1>最近的认证与合同</h1>
<p class="lead">处于审核中的记录，可在此作出审核决定</p>
${list('个人认证', recent.attempts.map(attemptCell))}
${list('企业认证', recent.companies.map(companyCell))}
${list('合同', recent.contracts.map(contractCell))}
<p class="hint" id="hint" role="alert"></p>
<div class="cells-title">流量记录 <code>GET /__sandbox/log</code>，编排 <code>POST /__sandbox/next</code></div>
</main>`,
  })
}

function list(title: string, cells: Html[]): Html {
  return html`<div class="cells-title">${title}</div>
<div class="cells">${cells.length === 0 ? html`<div class="cell tag">还没有记录</div>` : cells}</div>`
}

function attemptCell({ authId, pass, request, state }: Attempt): Html {
  return html`<div class="cell attempt" data-auth-id="${authId}">
<span class="value">${maskContact(request.user.contact)} · ${STATE_LABELS[state]}<br>
<span class="tag">${ENTRANCE_LABELS[pass.entrance]} · ${authId}</span></span>
${state === 'reviewing' && decisions()}</div>`
}

function companyCell({ requestId, pass, facts, state }: Company): Html {
  return html`<div class="cell attempt" data-request-id="${requestId}">
<span class="value">${facts.corpName} · ${COMPANY_LABELS[state]}<br>
<span class="tag">${ENTRANCE_LABELS[pass.entrance]} · ${requestId}</span></span>
${awaitsReviewer(state) && decisions()}</div>`
}

function contractCell(contract: Contract): Html {
  return html`<div class="cell attempt"><span class="value">${contract.subject} · ${CONTRACT_LABELS[stateOf(contract)]}<br>
<span class="tag">${contract.contractId}</span></span></div>`
}

function decisions(): Html {
  return html`<button class="button" type="button" data-decision="pass">审核通过</button>
<button class="button danger" type="button" data-decision="fail">审核不通过</button>`
}
