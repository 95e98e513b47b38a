/** What a demonstrator may make happen to an organization. */
import { type Html, html } from '../../kit/html'
import type { OrganizationEntry } from '../views'
import { isSettled } from './organization-status'

interface Action {
  id: string
  action: string
  label: string
  tone?: 'strong' | 'danger'
  /** Of an organization that is not settled. */
  isPossible: (entry: OrganizationEntry) => boolean
}

const always = () => true

const ACTIONS: readonly Action[] = [
  { id: 'pass', action: 'pass', label: '认证通过', tone: 'strong', isPossible: always },
  { id: 'submit', action: 'submit', label: '提交资料', isPossible: ({ status }) => status === 'Create' },
  {
    id: 'authorize',
    action: 'authorize',
    label: '进入授权',
    isPossible: ({ status }) => status === 'Submit',
  },
  { id: 'review', action: 'review', label: '送审授权书', isPossible: ({ auditStatus }) => auditStatus !== 3 },
  {
    id: 'reject-letter',
    action: 'rejectLetter',
    label: '驳回授权书',
    tone: 'danger',
    isPossible: ({ auditStatus }) => auditStatus !== 2,
  },
  { id: 'fail', action: 'fail', label: '认证失败', tone: 'danger', isPossible: always },
]

/** `suffix`: what makes the ids unique in a list. */
export function organizationActions(entry: OrganizationEntry, suffix = ''): Html {
  const buttons = ACTIONS.map(
    ({ id, action, label, tone, isPossible }) =>
      html`<button class="small-button" type="button" id="${id}${suffix}" data-action="${action}" data-key="${entry.key}"${
        tone && html` data-tone="${tone}"`
      }${(isSettled(entry) || !isPossible(entry)) && html` disabled`}>${label}</button>`,
  )
  return html`<div class="actions" role="group" aria-label="演示操作：${entry.name}">
<p class="actions-title">演示操作</p>
${buttons}</div>`
}
