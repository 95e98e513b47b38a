import type { OperatorListResult } from '../../cloudfunctions/contract/operator'
import type { Role } from '../../cloudfunctions/domain/roles'
import { jumps } from './jumps'
import { vendorNames } from './vendors'
import { emptyFigures } from './workplace-cloud'

type Input = Record<string, unknown>

export interface OperatorsWorld {
  answer(action: string, input: Input): unknown
  /** The next calls of an action fail. */
  fail(action: string, code: string | null): void
  inputsOf(action: string): Input[]
  role: Role | null
  listing: OperatorListResult
}

export const code = 'A1B2C3D4E5F60718293A'
export const operatorId = (digit: number) => `o_${String(digit).repeat(32)}`
export const invitationId = (digit: number) => String(digit).repeat(64)
const day = 24 * 3600_000

/** A cloud with an owner who looks at it, the first owner and an operator; it answers as the contract says. */
export function createOperatorsWorld(): OperatorsWorld {
  const failures = new Map<string, string>()
  const calls: { action: string; input: Input }[] = []
  const data: Record<string, (input: Input) => unknown> = {
    'config.get': () => ({ vendors: [], policy: {}, support: null, vendorNames, jumps, pollSeconds: 1 }),
    'operator.me': () => ({ role: world.role }),
    'operator.claim': () => {
      world.role = 'viewer'
      return { role: world.role }
    },
    'workplace.figures': () => emptyFigures,
    'operator.list': () => world.listing,
    'operator.invite': ({ role, label }) => {
      const expiresAt = Date.now() + day
      const known = role === 'owner' || role === 'operator' ? role : 'viewer'
      const id = invitationId(world.listing.open.length + 1)
      world.listing.open.push({ id, role: known, label: String(label), expiresAt })
      return { id, code, expiresAt }
    },
    'operator.withdraw': ({ id }) => {
      world.listing.open = world.listing.open.filter(each => each.id !== id)
      return world.listing
    },
    'operator.remove': ({ id }) => {
      const gone = world.listing.operators.find(each => each.id === id)
      world.listing.operators = world.listing.operators.filter(each => each !== gone)
      if (!gone?.self) return world.listing
      world.role = null
      return { operators: [], open: [], locks: [], refusedNotices: [] }
    },
  }
  const world: OperatorsWorld = {
    role: 'owner',
    listing: {
      operators: [
        { id: operatorId(1), role: 'owner', label: '', self: false, since: Date.now() - 3 * day },
        { id: operatorId(2), role: 'owner', label: '李雷', self: true, since: Date.now() - 2 * day },
        { id: operatorId(3), role: 'operator', label: '财务部王芳', self: false, since: Date.now() - day },
      ],
      open: [],
      locks: [],
      refusedNotices: [],
    },
    inputsOf: action => calls.filter(each => each.action === action).map(each => each.input),
    fail: (action, failure) => void (failure ? failures.set(action, failure) : failures.delete(action)),
    answer(action, input) {
      calls.push({ action, input })
      const failure = failures.get(action)
      if (failure) return { ok: false, error: { code: failure, message: '' }, requestId: 'r' }
      return { ok: true, data: structuredClone(data[action]?.(input) ?? null) }
    },
  }
  return world
}
