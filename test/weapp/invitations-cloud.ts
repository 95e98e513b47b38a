import type {
  CampaignView,
  CodeForm,
  ImportInvitationsResult,
  InvitationDetail,
  InvitationView,
} from '../../cloudfunctions/contract/invitation'
import type { Role } from '../../cloudfunctions/domain/roles'
import type { VendorId } from '../../cloudfunctions/domain/words'
import { jumps } from './jumps'
import { vendorNames } from './vendors'

type Input = Record<string, unknown>
interface Failure {
  code: string
  field?: string
}

export interface InvitationsWorld {
  answer(action: string, input: Input): unknown
  /** The next calls of an action fail. */
  fail(action: string, failure: Failure | null): void
  inputsOf(action: string): Input[]
  role: Role | null
  invitations: InvitationView[]
  campaigns: CampaignView[]
  detail: InvitationDetail
  imported: ImportInvitationsResult
  /** How many PDFs the codes of a campaign fill. */
  parts: number
}

const day = 24 * 3600_000
export const invitationId = (n: number) => `i_${String(n).padStart(32, '0')}`
export const campaignId = `m_${'0123456789abcdef'.repeat(2)}`
export const verificationId = `v_${'a'.repeat(32)}`
/** One transparent pixel. */
export const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='
export const address = 'https://wxaurl.cn/abcdef123456'

export function invitationOf(part: Partial<InvitationView> = {}): InvitationView {
  return {
    id: invitationId(1),
    campaignId: null,
    number: 0,
    subject: 'person',
    title: '员工入职实名认证',
    vendor: null,
    bizId: '',
    state: 'pending',
    maskedName: '测***',
    maskedContact: '100****0001',
    most: 1,
    begun: 0,
    verified: 0,
    finished: 0,
    openedAt: null,
    createdAt: Date.now() - day,
    updatedAt: Date.now() - day,
    expiresAt: Date.now() + 29 * day + day / 4,
    ...part,
  }
}

export function detailOf(part: Partial<InvitationDetail> = {}): InvitationDetail {
  return {
    ...invitationOf(),
    note: '',
    mode: null,
    fallbackModes: [],
    editableFields: [],
    redirect: null,
    filledIn: [
      { field: 'name', text: '测***', locked: true },
      { field: 'mobile', text: '100****0001', locked: false },
    ],
    people: [],
    history: [{ event: 'created', at: Date.now() - day }],
    can: { resend: true, revoke: true, code: true },
    forms: ['miniProgramCode', 'linkCode', 'urlLink', 'urlScheme'],
    ...part,
  }
}

export function campaignOf(part: Partial<CampaignView> = {}): CampaignView {
  return {
    id: campaignId,
    title: '供应商认证',
    subject: 'organization',
    vendor: null,
    total: 300,
    counts: { pending: 120, started: 60, verified: 80, finished: 30, expired: 10, revoked: 0 },
    createdAt: Date.now() - day,
    expiresAt: new Date(new Date().getFullYear(), 11, 31, 23, 59).getTime(),
    ...part,
  }
}

const vendorOf = (id: VendorId, personModes: string[]) => ({
  id,
  subjects: ['person', 'organization'],
  personModes,
  idTypes: ['residentId'],
  licence: null,
  links: false,
  contracts: false,
  batch: false,
  outline: false,
  legacyInvitations: false,
  requires: { person: [], organization: [] },
})

/** A cloud with invitations and campaigns, which answers as the contract says. */
export function createInvitationsWorld(): InvitationsWorld {
  const failures = new Map<string, Failure>()
  const calls: { action: string; input: Input }[] = []
  const pageOf = <T>(items: T[], { cursor, limit }: Input) => {
    const from = cursor === undefined ? 0 : Number(String(cursor).slice(1))
    const to = from + Number(limit)
    return { items: items.slice(from, to), nextCursor: to < items.length ? `c${to}` : null }
  }
  const codes: Record<CodeForm, { image: string | null; text: string | null }> = {
    miniProgramCode: { image: picture, text: null },
    linkCode: { image: picture, text: 'https://verify.example.com/i?i=abcdefghijklmnopqrstuv' },
    urlLink: { image: null, text: address },
    urlScheme: { image: null, text: 'weixin://dl/business/?t=abcdef' },
  }
  const data: Record<string, (input: Input) => unknown> = {
    'config.get': () => ({
      vendors: [vendorOf('qiyuesuo', ['any', 'face', 'bankCard']), vendorOf('ess', [])],
      policy: { version: '1', controller: '杭州云上科技有限公司', retentionDays: 180 },
      support: null,
      vendorNames,
      jumps,
      pollSeconds: 1,
    }),
    'operator.me': () => ({ role: world.role }),
    'operator.claim': () => {
      world.role = 'viewer'
      return { role: world.role }
    },
    'invitation.list': input =>
      pageOf(
        world.invitations.filter(
          each =>
            (input.state === undefined || each.state === input.state) &&
            (input.subject === undefined || each.subject === input.subject) &&
            (input.campaignId === undefined || each.campaignId === input.campaignId) &&
            (input.text === undefined || each.bizId === input.text),
        ),
        input,
      ),
    'invitation.campaigns': input => pageOf(world.campaigns, input),
    'invitation.campaign': ({ id }) => ({ campaign: world.campaigns.find(each => each.id === id) }),
    'invitation.get': () => ({ invitation: world.detail }),
    'invitation.create': () => ({ invitation: world.detail, outcome: 'created' }),
    'invitation.import': () => world.imported,
    'invitation.template': () => ({ name: '邀请模板.xlsx', content: 'UEsDBA==' }),
    'brand.get': () => ({ brand: null }),
    'invitation.code': ({ form }) => {
      const known = Object.entries(codes).find(([each]) => each === form)
      return { form, ...known?.[1], page: 'pages/scan/index?i=token', expiresAt: world.detail.expiresAt }
    },
    'invitation.resend': ({ days }) => {
      world.detail = detailOf({
        expiresAt: Date.now() + Number(days) * day,
        history: [...world.detail.history, { event: 'operatorResent', at: Date.now() }],
      })
      return { invitation: world.detail }
    },
    'invitation.revoke': ({ ids }) => {
      world.detail = { ...world.detail, state: 'revoked', can: { resend: false, revoke: false, code: false } }
      return { revoked: ids }
    },
    'invitation.sheet': ({ part }) => ({
      name: `供应商认证-${part}.pdf`,
      url: `https://files.example.com/sheet-${part}.pdf`,
      codes: 120,
      part,
      parts: world.parts,
    }),
    'workplace.exportInvitations': ({ format }) => ({ name: `邀请.${format}`, content: 'UEsDBA==' }),
  }
  const world: InvitationsWorld = {
    role: 'operator',
    invitations: [invitationOf()],
    campaigns: [campaignOf()],
    detail: detailOf(),
    imported: { outcome: 'created', campaign: campaignOf(), unknownHeadings: [], leftOut: [] },
    parts: 1,
    inputsOf: action => calls.filter(each => each.action === action).map(each => each.input),
    fail: (action, failure) => void (failure ? failures.set(action, failure) : failures.delete(action)),
    answer(action, input) {
      calls.push({ action, input })
      const failure = failures.get(action)
      if (failure) return { ok: false, error: { message: '', ...failure }, requestId: 'r' }
      return { ok: true, data: structuredClone(data[action]?.(input) ?? null) }
    },
  }
  return world
}
