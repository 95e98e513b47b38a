import type { Handoff } from '../../cloudfunctions/contract/handoff'
import type { StartInput } from '../../cloudfunctions/contract/verification'
import type { Fact } from '../../cloudfunctions/domain/decide'
import { defaultLimits } from '../../cloudfunctions/domain/limits'
import type { Config } from '../../cloudfunctions/platform/config'
import { createVault } from '../../cloudfunctions/platform/crypto'
import { FileTooLarge } from '../../cloudfunctions/platform/files'
import { createLog } from '../../cloudfunctions/platform/log'
import { createMeter } from '../../cloudfunctions/platform/meter'
import { follows } from '../../cloudfunctions/usecases/follows'
import type { Deps } from '../../cloudfunctions/usecases/kit/deps'
import { createTally } from '../../cloudfunctions/usecases/kit/tally'
import { recordConsent } from '../../cloudfunctions/usecases/verification/recordConsent'
import type {
  ContractRequest,
  Driver,
  Outcome,
  Question,
  Started,
  StartRequest,
} from '../../cloudfunctions/vendors/driver'
import { vendorNames } from '../../cloudfunctions/vendors/registry'
import { createMemoryStore, type MemoryStore } from './memory-store'

/** Fictitious; the check digit is right. */
export const testPerson = {
  contact: { type: 'mobile', value: '13800138000' },
  name: '测试员甲',
  idType: 'residentId',
  idNumber: '110101199001010015',
  mode: 'any',
} as const

/** Another fictitious card for each number below 1000; the check digit is right. */
export function residentId(serial: number): string {
  const digits = `11010119900101${String(serial).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

/** Fictitious; the check sign of its code is right. */
export const testOrganization = {
  name: '测试甲有限公司',
  registerNumber: '91110000MA0TEA001C',
  legalPerson: '测试员乙',
  applicant: { name: '测试员甲', contact: { type: 'mobile', value: '13800138000' } },
} as const

type PersonStart = Extract<StartInput, { subject: 'person' }>
type OrganizationStart = Extract<StartInput, { subject: 'organization' }>

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
  onStart: (request: StartRequest) => Outcome<Started> | Promise<Outcome<Started>>
  onQuery: (question: Question) => Outcome<Fact> | Promise<Outcome<Fact>>
  onContract: (request: ContractRequest) => Outcome<Handoff>
}

export interface World {
  deps: Deps
  store: MemoryStore
  vendor: FakeVendor
  /** Uploaded files by id. */
  files: Map<string, Buffer>
  logged: string[]
  /** Moves the clock, ms. */
  pass(ms: number): void
  /** A start that has its consent. */
  startInput(changes?: Partial<PersonStart>, owner?: string): Promise<PersonStart>
  /** The same for an organization. */
  organizationInput(changes?: Partial<OrganizationStart>): Promise<OrganizationStart>
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
    onStart: () => ({ kind: 'ok', value: { kind: 'handoff', handoff, refs: {} } }),
    onQuery: () => unproven,
    onContract: () => ({ kind: 'ok', value: handoff }),
  }
  const keys = { seal: [{ id: 'k1', key: Buffer.alloc(32, 1) }], lookup: Buffer.alloc(32, 2) }
  const config: Config = {
    keys,
    callbackBaseUrl: 'https://callback.example',
    policy: { version: '1', controller: '示例公司', retentionDays: 30 },
    supportPhone: null,
    defaultVendor: null,
    proof: 'account',
    pollSeconds: 3,
    vendorTimeoutMs: 1000,
    limits: { ...defaultLimits, attempts: 1000 },
    operatorSetupCode: 'setup-code',
    codeVersion: 'release',
    invitationLink: 'https://example.com/i',
    redirectTargets: ['wx0123456789abcdef', 'example.com', 'www.example.com'],
    webhookLoopback: false,
    planLimits: { reads: null, writes: null, calls: null },
    messages: {},
    reminderDays: null,
  }
  const files = new Map<string, Buffer>()
  const deps: Deps = {
    config,
    store,
    drivers: new Map([['qiyuesuo', fakeDriver(vendor)]]),
    vendorNames,
    vault: createVault(keys),
    tally: createTally(),
    instance: {
      release: '0.0.0+test',
      settings: { names: ['LOOKUP_KEY', 'SEAL_KEYS'], hash: 'aaaaaaaaaaaa' },
      meter: createMeter(),
      nextRun: { wanted: false },
      messages: { left: false, lookedAt: 0 },
      bases: new Map([['qiyuesuo', 'https://vendor.example']]),
    },
    probe: async () => ({ failure: 'connect' }),
    clock: () => now,
    hasTime: () => true,
    qrImage: async () => 'data:image/png;base64,',
    outbound: async () => ({ failure: 'connect' }),
    files: {
      async download(fileId, most) {
        const file = files.get(fileId)
        if (!file) throw new Error('no such file')
        if (file.length > most) throw new FileTooLarge()
        return file
      },
      async remove(fileId) {
        files.delete(fileId)
      },
      async upload(path, content) {
        files.set(`cloud://env/${path}`, content)
        return `cloud://env/${path}`
      },
      address: async fileId => `https://files.example/${fileId.slice('cloud://env/'.length)}`,
    },
    codes: {
      miniProgramCode: async ({ page, scene }) => ({
        type: 'png',
        bytes: Buffer.from(`${page}?scene=${scene}`),
      }),
      urlLink: async ({ page, query }) => `https://wxaurl.example/${page}?${query}`,
      urlScheme: async ({ page, query }) => `weixin://dl/business/?${page}&${query}`,
    },
    sendMessage: async () => ({ kind: 'sent' }),
    phoneNumber: async code => (code === 'good-code' ? '13800138000' : null),
    log: createLog(line => logged.push(line)),
    follows,
    random: bytes => (++count).toString(16).padStart(bytes * 2, '0'),
  }
  return {
    deps,
    store,
    files,
    vendor,
    logged,
    pass(ms) {
      now += ms
    },
    async startInput(changes = {}, owner = 'alice') {
      return { ...(await intent(owner)), subject: 'person', person: testPerson, ...changes }
    },
    async organizationInput(changes = {}) {
      return {
        ...(await intent('alice')),
        subject: 'organization',
        organization: testOrganization,
        ...changes,
      }
    },
  }

  async function intent(owner: string) {
    const policyVersion = config.policy.version
    const { consentId } = await recordConsent(deps, owner, {
      vendor: 'qiyuesuo',
      purpose: 'general',
      policyVersion,
    })
    const clientKey = 'key-0000000000000001'
    return { clientKey, vendor: 'qiyuesuo', purpose: 'general', consentId, way: 'app' } as const
  }
}

function fakeDriver(vendor: FakeVendor): Driver {
  return {
    id: 'qiyuesuo',
    note: { zh: '在契约锁的页面完成', en: 'Done on the page of Qiyuesuo' },
    capabilities: {
      subjects: ['person', 'organization'],
      handoffs: ['plugin', 'webUrl'],
      personModes: ['any', 'face'],
      idTypes: ['residentId'],
      requires: { person: [], organization: [] },
      batch: false,
      queryBy: ['attempt', 'account'],
      accountBy: { person: ['contact'], organization: ['name'] },
      observes: [],
      licence: { maxBytes: 100, types: ['jpg', 'pdf'] },
      contracts: true,
      outline: false,
      accounts: false,
    },
    async start(request) {
      vendor.starts.push(request)
      return vendor.onStart(request)
    },
    openContract: async request => vendor.onContract(request),
    async query(question) {
      vendor.questions.push(question)
      return vendor.onQuery(question)
    },
    signsNotices: false,
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
