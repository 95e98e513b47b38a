/** The page on which a person verifies; in the plugin and behind a link it differs only in how it ends. */
import { dataIsland, type Html, html } from '../../kit/html'
import { maskContact, maskName, maskNumber } from '../../kit/mask'
import type { Outcome } from '../../kit/script'
import type { Attempt, AttemptState } from '../attempts'
import { offeredModes } from '../desk'
import type { Mode, PersonRequest } from '../fields'
import { layout, type RenderedPage } from './layout'

const MODE_LABELS: Record<Mode, string> = {
  IVS: '手机三要素',
  FACE: '人脸认证',
  BANK: '银行卡认证',
  ALIPAY: '支付宝认证',
  MANUAL: '人工审核',
}

const PAPER_LABELS: Record<NonNullable<PersonRequest['paperType']>, string> = {
  IDCARD: '身份证号',
  PASSPORT: '护照号码',
  HKMP: '通行证号',
  MTPS: '台胞证号',
}

const BUTTONS: { outcome: Outcome; label: string; look: string }[] = [
  { outcome: 'pass', label: '通过认证', look: '' },
  { outcome: 'fail', label: '认证失败', look: ' danger' },
  { outcome: 'review', label: '转人工审核', look: '' },
]

const OUTCOME_OF: Record<AttemptState, Outcome | undefined> = {
  waiting: undefined,
  passed: 'pass',
  failed: 'fail',
  reviewing: 'review',
}

export function personPage(attempt: Attempt, options: { hasCb: boolean }): RenderedPage {
  const { request } = attempt
  const isPlugin = attempt.entrance === 'plugin'
  const preselected = attempt.plan?.outcome ?? 'pass'
  const buttons = BUTTONS.map(
    ({ outcome, label, look }) => html`<button class="button${look}" id="${outcome}" type="button"
${outcome === preselected && html` data-preselected="true"`}>${label}</button>`,
  )
  const back = request.callbackPage
    ? html`<a class="button" id="return" href="${request.callbackPage}">返回</a>`
    : html`<button class="button" id="return" type="button">返回</button>`

  return layout({
    title: '个人实名认证',
    script: 'person-page.client.js',
    themeColor: request.pageStyle?.themeColor,
    content: html`<main>
<section id="form">
<h1>个人实名认证</h1>
<p class="lead">请核对信息并选择认证方式</p>
<div class="cells">${personCells(request)}</div>
<div class="cells-title">认证方式</div>
<div class="cells" role="radiogroup" aria-label="认证方式">${modeCells(request)}</div>
<p class="hint" id="hint" role="alert"></p>
<div class="buttons">${buttons}
<button class="button plain" id="close" type="button">直接离开</button></div>
</section>
<section id="result" class="result" hidden>
<div class="icon" id="result-icon" aria-hidden="true"></div>
<h1 id="result-title"></h1>
<p id="result-detail"></p>
<p id="result-wait" role="status"></p>
<div class="buttons">${back}</div>
</section>
</main>
${dataIsland('page-data', {
  session: attempt.session,
  isPlugin,
  hasCb: options.hasCb,
  done: OUTCOME_OF[attempt.state] ?? null,
})}`,
  })
}

function personCells(request: PersonRequest): Html[] {
  const { user, paperType = 'IDCARD', modifyFields = [] } = request
  const fields = [
    { id: 'name', label: '姓名', value: request.username, mask: maskName, free: 'USERNAME' },
    {
      id: 'idNumber',
      label: PAPER_LABELS[paperType],
      value: request.idCardNo,
      mask: maskNumber,
      free: 'IDCARDNO',
    },
  ] as const
  const locked = [
    { label: '银行卡号', value: request.bankNo },
    { label: '预留手机', value: request.bankMobile },
  ]
  return [
    ...fields.map(({ id, label, value, mask, free }) =>
      value !== undefined && !modifyFields.includes(free)
        ? lockedCell(label, mask(value), id)
        : inputCell(id, label, value === undefined ? undefined : mask(value)),
    ),
    lockedCell(user.contactType === 'MOBILE' ? '手机号' : '邮箱', maskContact(user.contact), 'contact'),
    ...locked.flatMap(({ label, value }) => (value ? [lockedCell(label, maskNumber(value))] : [])),
  ]
}

function lockedCell(label: string, value: string, id?: string): Html {
  return html`<div class="cell"${id && html` data-locked="${id}"`}><span class="label">${label}</span>
<span class="value">${value}</span><span class="tag">已锁定</span></div>`
}

/** A prefilled value is shown masked as placeholder; left empty it is kept. */
function inputCell(id: string, label: string, masked: string | undefined): Html {
  const placeholder = masked === undefined ? `请输入${label}` : `${masked}（可修改）`
  return html`<label class="cell"><span class="label">${label}</span>
<input id="${id}" autocomplete="off" placeholder="${placeholder}"${
    masked === undefined && html` data-needed="true"`
  }></label>`
}

function modeCells(request: PersonRequest): Html[] {
  return offeredModes(request).map(
    (mode, index) => html`<label class="cell"><span class="value">${MODE_LABELS[mode]}</span>
<input type="radio" name="mode" value="${mode}"${index === 0 && html` checked`}></label>`,
  )
}
