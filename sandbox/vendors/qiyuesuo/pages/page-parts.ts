/** What the pages have in common: cells, buttons, and the part that shows the result. */
import { type Html, html } from '../../kit/html'

export function lockedCell(label: string, value: string, id?: string): Html {
  return html`<div class="cell"${id && html` data-locked="${id}"`}><span class="label">${label}</span>
<span class="value">${value}</span><span class="tag">已锁定</span></div>`
}

/** Something shown, neither typed nor locked. */
export function plainCell(label: string, value: string, id: string): Html {
  return html`<div class="cell"><span class="label">${label}</span>
<span class="value" id="${id}">${value}</span></div>`
}

/** A prefilled value is shown masked as placeholder; left empty it is kept. */
export function inputCell(id: string, label: string, masked: string | undefined): Html {
  const placeholder = masked === undefined ? `请输入${label}` : `${masked}（可修改）`
  return html`<label class="cell"><span class="label">${label}</span>
<input id="${id}" autocomplete="off" placeholder="${placeholder}"${
    masked === undefined && html` data-needed="true"`
  }></label>`
}

export interface Button {
  id: string
  label: string
  danger?: boolean
}

export function actionButton({ id, label, danger }: Button, preselected = false): Html {
  return html`<button class="button${danger && ' danger'}" id="${id}" type="button"${
    preselected && html` data-preselected="true"`
  }>${label}</button>`
}

export const closeButton = (label = '直接离开') =>
  html`<button class="button plain" id="close" type="button">${label}</button>`

/** `back`: where a link's page ends, if its request says so. */
export function resultSection(back?: string): Html {
  const button = back
    ? html`<a class="button" id="return" href="${back}">返回</a>`
    : html`<button class="button" id="return" type="button">返回</button>`
  return html`<section id="result" class="result" hidden>
<div class="icon" id="result-icon" aria-hidden="true"></div>
<h1 id="result-title"></h1>
<p id="result-detail"></p>
<p id="result-wait" role="status"></p>
<div class="buttons">${button}</div>
</section>`
}
