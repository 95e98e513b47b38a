/** What a flow's page shows at each stage. */
import { type Html, html } from '../../kit/html'
import { preselected } from '../desk'
import type { Flow, Visit } from '../flows'
import { leaving } from '../leaving'
import { MISTAKES_ALLOWED } from '../organization-moves'
import { openPersonWays } from '../person-moves'
import { isClosed, personWayNow, type Stage, stageOf } from '../stages'
import { needed } from '../typing'
import { ORG_WAYS, PERSON_WAYS } from '../ways'
import { button, factCells, resultSection, shortcuts, steps, wayRow } from './page-parts'

/** `failed`: the try that was just made; `note` says why. */
export function flowView(
  visit: Visit,
  after: { failed?: boolean; note?: string; gaveUp?: boolean } = {},
): Html {
  const { flow } = visit
  const stage = stageOf(flow)
  if (stage === 'passed' || stage === 'failed' || after.gaveUp) return result(visit, stage, after.note)
  return html`<div data-stage="${stage}" id="stage">
${head(flow, stage)}
${after.failed && html`<p class="notice" id="notice" role="alert">未通过：${after.note}</p>`}
${VIEWS[stage](flow)}
${shortcuts(preselected(flow))}
</div>`
}

const ORG_STEPS = ['经办人', '企业信息', '认证方式']
const PERSON_STAGES: readonly Stage[] = ['person-way', 'person-form']

function head(flow: Flow, stage: Stage): Html {
  if (stage === 'authorize') return html`<h1>授权确认</h1>`
  if (flow.main.objectType === 'INDIVIDUAL') return html`<h1>个人实名认证</h1>`
  const labels = flow.agent ? ORG_STEPS : ORG_STEPS.slice(1)
  const current = PERSON_STAGES.includes(stage) ? '经办人' : stage === 'org-info' ? '企业信息' : '认证方式'
  return html`<h1>企业实名认证</h1>
${steps(labels, labels.indexOf(current))}`
}

type OpenStage = Exclude<Stage, 'passed' | 'failed'>

const VIEWS: Record<OpenStage, (flow: Flow) => Html> = {
  'person-way': flow => {
    const open = openPersonWays(flow)
    const rows = flow.request.personWays.map(way => wayRow(way, PERSON_WAYS[way].label, !open.includes(way)))
    return html`<div class="cells-title">${flow.agent ? '请经办人选择认证方式' : '请选择认证方式'}</div>
<div class="cells">${rows}</div>`
  },
  'person-form': flow => {
    const way = personWayNow(flow)
    return html`<div class="cells-title">${way && PERSON_WAYS[way].label}</div>
${factCells(flow, needed(flow, 'person-form'))}
${way === 'face' && html`<div class="face" aria-hidden="true"></div>`}
${formButtons(way === 'face' ? '开始刷脸' : '提交认证')}`
  },
  'org-info': flow => html`<div class="cells-title">请核对企业信息</div>
${factCells(flow, needed(flow, 'org-info'))}
<div class="buttons spaced">${button({ id: 'submit', label: '下一步', action: 'submit', kind: 'primary' })}</div>`,
  'org-way': ({ main, request }) => {
    const rows = request.orgWays.map(way =>
      wayRow(way, ORG_WAYS[way].label, isClosed(main, ORG_WAYS[way].subFlowType)),
    )
    return html`<div class="cells-title">请选择企业认证方式</div>
<div class="cells">${rows}</div>`
  },
  transfer: ({ transferMistakes }) => html`<div class="cells-title">请填写企业对公账户收到的金额</div>
<div class="cells"><label class="cell"><span class="label">金额（元）</span>
<input id="amount" inputmode="decimal" autocomplete="off" placeholder="沙箱不打款，请填 0.01" data-needed="true"></label></div>
<p class="quiet" id="mistakes" data-mistakes="${transferMistakes}">${
    transferMistakes > 0 && `已填错 ${transferMistakes} 次，超过 ${MISTAKES_ALLOWED} 次须重新申请打款`
  }</p>
${formButtons('提交金额', false)}`,
  legalAuthorize: () => waitingFor('授权书已发送给法定代表人', '法定代表人已签署'),
  legalRep: () => waitingFor('请法定代表人本人刷脸', '法定代表人已通过刷脸'),
  alipay: () => waitingFor('请在支付宝完成企业认证', '支付宝认证已完成'),
  authorize: ({ request }) => html`<div class="cells-title">同意将以下权限授权给当前应用</div>
<div class="cells" id="scopes">${request.scopes.map(scope => html`<div class="cell"><code>${scope}</code></div>`)}</div>
<div class="buttons spaced">${button({ id: 'submit', label: '同意授权', action: 'submit', kind: 'primary' })}</div>`,
}

function waitingFor(what: string, done: string): Html {
  return html`<p class="paper">${what}</p>
${formButtons(done)}`
}

/** A transfer knows only its amounts. */
function formButtons(submit: string, canMismatch = true): Html {
  return html`<div class="buttons spaced">
${button({ id: 'submit', label: submit, action: 'submit', kind: 'primary' })}
${canMismatch && button({ id: 'mismatch', label: '本次不通过', action: 'mismatch', kind: 'danger' })}
${button({ id: 'switch', label: '换一种方式', action: 'switch', kind: 'plain' })}
</div>`
}

function result(visit: Visit, stage: Stage, note?: string): Html {
  const { flow } = visit
  const who = flow.main.objectType === 'INDIVIDUAL' ? '个人' : '企业'
  if (stage === 'passed') {
    return resultSection({
      outcome: 'pass',
      title: flow.authorizedAt ? '授权成功' : '认证成功',
      detail: flow.authorizedAt ? '已完成认证与授权' : `您已完成${who}实名认证`,
      canRetry: false,
      leaving: leaving(visit),
    })
  }
  return resultSection({
    outcome: 'fail',
    title: '认证失败',
    detail: flow.main.failReason ?? note ?? '信息核验未通过',
    canRetry: stage !== 'failed',
    leaving: leaving(visit),
  })
}
