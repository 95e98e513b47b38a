import type { StartInput } from '../../cloudfunctions/contract/verification'
import type { Fact } from '../../cloudfunctions/domain/decide'
import type { Config } from '../../cloudfunctions/platform/config'
import { createVault } from '../../cloudfunctions/platform/crypto'
import { createLog } from '../../cloudfunctions/platform/log'
import type { Deps } from '../../cloudfunctions/usecases/deps'
import { recordConsent } from '../../cloudfunctions/usecases/recordConsent'
import type { Accepted, Driver, Outcome, Question, StartRequest } from '../../cloudfunctions/vendors/driver'
import { createMemoryStore, type MemoryStore } from './memory-store'

/** Fictitious; the check digit is right. */
export const testPerson = {
  contact: { type: 'mobile', value: '13800138000' },
  name: '测试员甲',
  idType: 'residentId',
  idNumber: '110101199001010015',
  mode: 'any',
} as const

export const unproven: Outcome<Fact> = {
  kind: 'ok',
  value: { standing: 'unproven', assurance: null, rawStatus: 'realName=false' },
}
export const proven = (assurance: 'attempt' | 'account'): Outcome<Fact> => ({
  kind: 'ok',
  value: { standing: 'verified', assurance, rawStatus: 'realName=true' },
})

/** A vendor that does what the test says, and remembers what it was asked. */
export interface FakeVendor {
  starts: StartRequest[]
  questions: Question[]
  onStart: (request: StartRequest) => Outcome<Accepted> | Promise<Outcome<Accepted>>
  onQuery: (question: Question) => Outcome<Fact> | Promise<Outcome<Fact>>
}

export interface World {
  deps: Deps
  store: MemoryStore
  vendor: FakeVendor
  logged: string[]
  /** Moves the clock, ms. */
  pass(ms: number): void
  /** A start that has its consent. */
  startInput(changes?: Partial<StartInput>, owner?: string): Promise<StartInput>
}

const noRefs: Record<string, string> = {}
const handoff = {
  kind: 'plugin',
  url: 'plugin://example/page?ticket=t',
  events: { done: 'passed' },
  leaveEvent: 'leave',
} as const

/** Use cases over an in-memory store and a fake vendor, with a clock that stands still. */
export function createWorld(): World {
  const store = createMemoryStore()
  const logged: string[] = []
  let now = 1_700_000_000_000
  let count = 0
  const vendor: FakeVendor = {
    starts: [],
    questions: [],
    onStart: () => ({ kind: 'ok', value: { handoff, refs: {} } }),
    onQuery: () => unproven,
  }
  const keys = { seal: [{ id: 'k1', key: Buffer.alloc(32, 1) }], lookup: Buffer.alloc(32, 2) }
  const config: Config = {
    keys,
    callbackBaseUrl: 'https://callback.example',
    policy: { version: '1', controller: '示例公司', retentionDays: 30 },
    supportPhone: null,
    pollSeconds: 3,
    vendorTimeoutMs: 1000,
    qiyuesuo: null,
  }
  const deps: Deps = {
    config,
    store,
    drivers: new Map([['qiyuesuo', fakeDriver(vendor)]]),
    vault: createVault(keys),
    clock: () => now,
    log: createLog(line => logged.push(line)),
    random: bytes => (++count).toString(16).padStart(bytes * 2, '0'),
  }
  return {
    deps,
    store,
    vendor,
    logged,
    pass(ms) {
      now += ms
    },
    async startInput(changes = {}, owner = 'alice') {
      const consent = await recordConsent(deps, owner, {
        vendor: 'qiyuesuo',
        purpose: 'general',
        policyVersion: '1',
      })
      return {
        clientKey: 'key-0000000000000001',
        vendor: 'qiyuesuo',
        subject: 'person',
        purpose: 'general',
        consentId: consent.consentId,
        person: testPerson,
        ...changes,
      }
    },
  }
}

function fakeDriver(vendor: FakeVendor): Driver {
  return {
    id: 'qiyuesuo',
    capabilities: {
      subjects: ['person'],
      handoffs: ['plugin'],
      personModes: ['any', 'face'],
      idTypes: ['residentId'],
      batch: false,
      queryBy: ['attempt', 'account'],
    },
    async start(request) {
      vendor.starts.push(request)
      return vendor.onStart(request)
    },
    async query(question) {
      vendor.questions.push(question)
      return vendor.onQuery(question)
    },
    readNotice({ body }) {
      const [standing, authId] = body.toString().split(' ')
      if (standing !== 'verified' && standing !== 'rejected' && standing !== 'reviewing') {
        return { kind: 'refused', reason: 'not understood' }
      }
      return {
        kind: 'read',
        claim: { standing, rawStatus: `status=${standing}` },
        refs: authId ? { authId } : noRefs,
      }
    },
    noticeAnswer: { statusCode: 200, headers: {}, body: 'ok' },
  }
}
