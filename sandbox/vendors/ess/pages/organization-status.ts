/** One Chinese word for how far an organization got; the two vendor states and the letter's make one. */
import { type Html, html } from '../../kit/html'
import type { OrganizationEntry } from '../views'

type Tone = 'idle' | 'going' | 'waiting' | 'good' | 'bad'

export interface StatusTag {
  label: string
  tone: Tone
}

const BY_STATUS: Record<OrganizationEntry['status'], StatusTag> = {
  Processing: { label: '处理中', tone: 'idle' },
  Create: { label: '待提交', tone: 'idle' },
  Submit: { label: '资料已提交', tone: 'going' },
  Authorization: { label: '待授权', tone: 'going' },
  Failed: { label: '失败', tone: 'bad' },
}

const REVIEWING: StatusTag = { label: '审核中', tone: 'waiting' }

/** 1 says nothing of its own: a letter that passed is either verified or still waits for something else. */
const BY_AUDIT: Partial<Record<OrganizationEntry['auditStatus'], StatusTag>> = {
  2: { label: '授权书被驳回', tone: 'bad' },
  3: REVIEWING,
  4: REVIEWING,
  5: REVIEWING,
}

function statusOf({ verified, status, auditStatus }: OrganizationEntry): StatusTag {
  if (verified) return { label: '已认证', tone: 'good' }
  if (status === 'Failed') return BY_STATUS.Failed
  return BY_AUDIT[auditStatus] ?? BY_STATUS[status]
}

/** Nothing can be done with it: it is verified, it failed, or the vendor still prepares it. */
export const isSettled = ({ verified, status }: OrganizationEntry): boolean =>
  verified || status === 'Failed' || status === 'Processing'

export function statusTag(entry: OrganizationEntry): Html {
  const { label, tone } = statusOf(entry)
  return html`<span class="tag" data-tone="${tone}">${label}</span>`
}
