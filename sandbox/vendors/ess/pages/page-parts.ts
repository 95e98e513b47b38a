/** What the pages have in common. */
import { dataIsland, type Html, html } from '../../kit/html'
import { maskContact } from '../../kit/mask'
import { maskPerson } from '../masks'

export interface PageOptions {
  inMiniProgram: boolean
}

export const heading = (title: string, lead: string): Html =>
  html`<header class="heading"><h1>${title}</h1>
<p>${lead}</p></header>`

export const cell = (label: string, value: string | Html, id?: string): Html =>
  html`<div class="cell"><dt>${label}</dt><dd${id && html` id="${id}"`}>${value}</dd></div>`

export const cells = (rows: Html[]): Html => html`<dl class="card">${rows}</dl>`

/** Masks what is masked already once more, which changes nothing: a slip elsewhere shows no mobile here. */
export function adminCell({ name, mobile }: { name: string; mobile: string }): Html {
  const who = [maskPerson(name), mobile && maskContact(mobile)].filter(Boolean).join(' ')
  return cell(
    '操作人',
    html`${who || '管理员'} <span class="tag" data-tone="waiting">须由本人操作</span>`,
    'admin',
  )
}

export function outcome(tone: 'good' | 'bad', title: string, detail: string): Html {
  return html`<section class="outcome" data-tone="${tone}" id="outcome">
<div class="outcome-icon" aria-hidden="true">${tone === 'good' ? '✓' : '!'}</div>
<h1 id="outcome-title">${title}</h1>
<p>${detail}</p>
</section>`
}

/** A value that a link was made without. */
export const orUnknown = (masked: string): string => masked || '由本人填写'

/** The way back: the phone can be told, a browser cannot. */
export const wayBack = ({ inMiniProgram }: PageOptions): Html =>
  inMiniProgram
    ? html`<button class="button" type="button" id="return">返回</button>`
    : html`<p class="go-back" id="go-back">请返回发起认证的小程序或网页查看结果</p>`

export interface PageData {
  /** Empty on a page that takes no acts. */
  session: string
  inMiniProgram: boolean
  /** Leaves by itself once `done`. */
  jumpsBack: boolean
  done: boolean
}

export const pageData = (data: PageData): Html => dataIsland('page-data', data)

/** Until when a link lives; the simulator says 0 of one that lives on. */
export const lifetime = (expiresAt: number): string =>
  expiresAt === 0 ? '长期有效' : `至 ${chinaTime(expiresAt)}`

/** `yyyy-MM-dd HH:mm` in China's time; `time` in ms. */
function chinaTime(time: number): string {
  const eightHours = 8 * 60 * 60 * 1000
  return new Date(time + eightHours).toISOString().slice(0, 16).replace('T', ' ')
}
