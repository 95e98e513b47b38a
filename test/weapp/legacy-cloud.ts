import type { LegacyInvitationView } from '../../cloudfunctions/contract/legacyInvitations'
import { jumps } from './jumps'
import { vendorNames } from './vendors'
import { emptyFigures } from './workplace-cloud'

export interface LegacyWorld {
  answer(action: string, input: Record<string, unknown>): unknown
  /** Inputs of `legacyInvitations.adopt`. */
  adoptions: Record<string, unknown>[]
  /** Inputs of `legacyInvitations.search`. */
  searches: Record<string, unknown>[]
  invitations: Map<string, LegacyInvitationView[]>
  role: 'viewer' | 'operator' | 'owner' | null
  /** The code with which the next searches fail. */
  failure: string | null
  /** Whether operators may look up. */
  on: boolean
}

export function personInvitation(part: Partial<LegacyInvitationView> = {}): LegacyInvitationView {
  return {
    subject: 'person',
    bizId: '123456',
    state: 'verified',
    rawStatus: '1',
    notifyType: null,
    maskedName: '测**',
    maskedContact: '138****0000',
    maskedIdNumber: '1101****15',
    paper: 'residentId',
    redirectUrl: '',
    callbackUrl: '',
    organization: null,
    ...part,
  }
}

const organizationInvitation: LegacyInvitationView = {
  subject: 'organization',
  bizId: 'shop-0042',
  state: 'finished',
  rawStatus: '2',
  notifyType: 'sms',
  maskedName: '王*',
  maskedContact: '139****9000',
  maskedIdNumber: '3301****2X',
  paper: null,
  redirectUrl: 'https://example.com/done',
  callbackUrl: 'https://example.com/esign',
  organization: {
    name: '杭州云上贸易有限公司',
    creditCode: '91330100MA2XXXXX0A',
    paper: 'organizationCode',
    maskedLegalName: '王*',
    maskedLegalIdNumber: '3301****2X',
  },
}

/** A cloud that has the workplace and old invitations, and pages them as the contract says. */
export function createLegacyWorld(): LegacyWorld {
  const world: LegacyWorld = {
    adoptions: [],
    searches: [],
    invitations: new Map([['iudi0989ad79', [personInvitation(), organizationInvitation]]]),
    role: 'viewer',
    failure: null,
    on: true,
    answer(action, input) {
      switch (action) {
        case 'config.get': {
          const vendor = { id: 'esign', subjects: [], batch: true, legacyInvitations: world.on }
          return done({ vendors: [vendor], policy: {}, support: null, vendorNames, jumps, pollSeconds: 3 })
        }
        case 'operator.me':
          return done({ role: world.role })
        case 'operator.claim':
          world.role = 'owner'
          return done({ role: world.role })
        case 'workplace.figures':
          return done(emptyFigures)
        case 'legacyInvitations.search': {
          world.searches.push(input)
          if (world.failure) {
            return { ok: false, error: { code: world.failure, message: '…' }, requestId: 'r' }
          }
          const all = world.invitations.get(String(input.invitationId)) ?? []
          const [from, size] = [Number(input.offset), Number(input.size)]
          return done({ items: all.slice(from, from + size), total: all.length })
        }
        case 'legacyInvitations.adopt': {
          world.adoptions.push(input)
          if (world.failure)
            return { ok: false, error: { code: world.failure, message: '…' }, requestId: 'r' }
          const counts = { pending: 2, started: 0, verified: 0, finished: 0, expired: 0, revoked: 0 }
          const campaign = {
            id: `m_${'1'.repeat(32)}`,
            title: input.title,
            subject: 'person',
            total: 2,
            counts,
          }
          return done({ campaigns: [campaign], left: 3 })
        }
        default:
          throw new Error(`no ${action}`)
      }
    },
  }
  return world
}

function done(data: unknown) {
  return { ok: true, data: structuredClone(data) }
}
