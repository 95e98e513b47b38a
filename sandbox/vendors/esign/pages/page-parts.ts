/** What the views have in common: cells, buttons, the list of steps, the result. */
import { type Html, html } from '../../kit/html'
import { maskContact, maskName, maskNumber } from '../../kit/mask'
import type { Flow } from '../flows'
import type { Leaving } from '../leaving'
import { REASONS } from '../reasons'
import { isLocked } from '../typing'
import type { FactName } from '../ways'

const FACTS: Record<FactName, { label: string; mask: (value: string) => string }> = {
  account: { label: '账号', mask: maskContact },
  name: { label: '姓名', mask: maskName },
  idNumber: { label: '证件号码', mask: maskNumber },
  mobile: { label: '手机号', mask: maskContact },
  bankCard: { label: '银行卡号', mask: maskNumber },
  orgName: { label: '企业名称', mask: value => value },
  orgNumber: { label: '证件号码', mask: maskNumber },
  legalRepName: { label: '法定代表人', mask: maskName },
}

/** Prefilled values are shown masked; left empty they are kept. */
export function factCells(flow: Flow, names: readonly FactName[]): Html {
  const cells = names.map(name => {
    const { label, mask } = FACTS[name]
    const value = flow.facts[name]
    if (value !== undefined && isLocked(flow, name)) {
      return html`<div class="cell" data-locked="${name}"><span class="label">${label}</span>
<span class="value">${mask(value)}</span><span class="tag">已锁定</span></div>`
    }
    const placeholder = value === undefined ? `请输入${label}` : `${mask(value)}（可修改）`
    return html`<label class="cell"><span class="label">${label}</span>
<input id="${name}" data-fact="${name}" autocomplete="off" placeholder="${placeholder}"${
      value === undefined && html` data-needed="true"`
    }></label>`
  })
  return html`<div class="cells">${cells}</div>`
}

export interface Button {
  id: string
  label: string
  action: string
  way?: string
  kind?: 'primary' | 'danger' | 'plain'
}

export function button({ id, label, action, way, kind }: Button): Html {
  return html`<button class="button${kind && ` ${kind}`}" id="${id}" type="button" data-action="${action}"${
    way && html` data-way="${way}"`
  }>${label}</button>`
}

/** A way to choose, as a row to tap. */
export function wayRow(way: string, label: string, isClosed: boolean): Html {
  return html`<button class="cell row" id="way-${way}" type="button" data-action="choose" data-way="${way}"${
    isClosed && html` disabled`
  }><span class="value">${label}</span><span class="tag">${isClosed ? '失败次数过多' : '›'}</span></button>`
}

export function steps(labels: readonly string[], current: number): Html {
  const items = labels.map(
    (label, index) => html`<li${index === current && html` aria-current="step"`}>${label}</li>`,
  )
  return html`<ol class="steps">${items}</ol>`
}

/** The sandbox's own corner: how it shall end, whatever the form says. */
export function shortcuts(preselected: 'pass' | 'fail'): Html {
  const options = Object.entries(REASONS).map(
    ([name, text]) => html`<option value="${name}">${text}</option>`,
  )
  const chosen = (outcome: string) => preselected === outcome && html` data-preselected="true"`
  return html`<section class="sandbox" aria-label="沙箱操作">
<div class="cells-title">沙箱操作</div>
<div class="cells"><label class="cell"><span class="label">失败原因</span>
<select id="reason"><option value="">按当前步骤</option>${options}</select></label></div>
<div class="pair">
<button class="button" id="pass" type="button" data-action="pass"${chosen('pass')}>一次完成</button>
<button class="button danger" id="fail" type="button" data-action="fail"${chosen('fail')}>认证失败</button>
</div>
<button class="button plain" id="close" type="button">直接离开</button>
</section>`
}

export interface Result {
  outcome: 'pass' | 'fail'
  title: string
  detail: string
  /** v3 lets a failed person try again. */
  canRetry: boolean
  leaving: Leaving
}

export function resultSection({ outcome, title, detail, canRetry, leaving }: Result): Html {
  const after = 'afterS' in leaving && leaving.afterS !== undefined && html` data-after="${leaving.afterS}"`
  return html`<section class="result" id="result" data-outcome="${outcome}" data-leave="${leaving.to}"${after}>
<div class="icon" aria-hidden="true">${outcome === 'pass' ? '✓' : '×'}</div>
<h1 id="result-title">${title}</h1>
<p id="result-detail">${detail}</p>
<p id="result-wait" role="status">${leaving.to === 'nowhere' && '请点击左上角返回，或关闭本页'}</p>
<div class="buttons spaced">${returnButton(leaving)}
${canRetry && html`<button class="button plain" id="retry" type="button">再试一次</button>`}</div>
</section>`
}

function returnButton(leaving: Leaving): Html | false {
  if (leaving.to === 'nowhere') return false
  return leaving.to === 'url'
    ? html`<a class="button primary" id="return" href="${leaving.url}">返回</a>`
    : html`<button class="button primary" id="return" type="button">返回</button>`
}
