/** The ways to verify, each with the names that v2, v3 and the outline have for it. */
export const FACT_NAMES = [
  'account',
  'name',
  'idNumber',
  'mobile',
  'bankCard',
  'orgName',
  'orgNumber',
  'legalRepName',
] as const
/** What is prefilled or typed about a person (the agent, of an organization) or an organization. */
export type FactName = (typeof FACT_NAMES)[number]
export type Facts = { [K in FactName]?: string }

interface PersonWayRow {
  label: string
  v2: string
  v3: string
  subFlowType: string
  /** What the person must give. */
  asks: readonly FactName[]
}

export const PERSON_WAYS = {
  bankCard: {
    label: '银行卡认证',
    v2: 'PSN_BANK4_AUTHCODE',
    v3: 'PSN_BANKCARD4',
    subFlowType: 'INDIVIDUAL_BANKCARD_4_FACTOR',
    asks: ['name', 'idNumber', 'bankCard', 'mobile'],
  },
  telecom: {
    label: '手机号认证',
    v2: 'PSN_TELECOM_AUTHCODE',
    v3: 'PSN_MOBILE3',
    subFlowType: 'INDIVIDUAL_TELECOM_3_FACTOR',
    asks: ['name', 'idNumber', 'mobile'],
  },
  face: {
    label: '刷脸认证',
    v2: 'PSN_FACEAUTH_BYURL',
    v3: 'PSN_FACE',
    // On the web, unless one vendor was asked for; in the mini-program always WeChat's.
    subFlowType: 'FACEAUTH_TECENT_CLOUD',
    asks: ['name', 'idNumber'],
  },
} as const satisfies Record<string, PersonWayRow>

export type PersonWay = keyof typeof PERSON_WAYS
export const PERSON_WAY_NAMES: readonly PersonWay[] = ['face', 'telecom', 'bankCard']

export const WECHAT_FACE = 'FACEAUTH_WE_CHAT_FACE'

/** v2 can ask for the face recognition of one vendor only. */
export const FACE_VENDORS = {
  PSN_FACEAUTH_BYURL_ZHIMA: 'FACEAUTH_ZMXY',
  PSN_FACEAUTH_BYURL_WEIZHONG: 'FACEAUTH_TECENT_CLOUD',
  PSN_FACEAUTH_BYURL_ESIGN: 'FACEAUTH_ESIGN',
  PSN_FACEAUTH_BYURL_WE_CHAT: WECHAT_FACE,
} as const

interface OrgWayRow {
  label: string
  v2: string
  v3: string
  /** `orgAuthMode` of a v3 answer. */
  told: string
  subFlowType: string
}

export const ORG_INFO = 'ORGANIZATION_INFO_AUTH'

export const ORG_WAYS = {
  transfer: {
    label: '对公打款认证',
    v2: 'ORG_BANK_TRANSFER',
    v3: 'ORG_BANK_TRANSFER',
    told: 'ORG_BANK_TRANSFER',
    subFlowType: 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT',
  },
  legalAuthorize: {
    label: '法定代表人签署授权书',
    v2: 'ORG_LEGAL_AUTHORIZE',
    v3: 'ORG_LEGALREP_INVOLVED',
    told: 'ORG_LEGALREP_AUTHORIZATION',
    subFlowType: 'LEGAL_REP_SIGN_AUTHORIZE',
  },
  legalRep: {
    label: '法定代表人本人认证',
    v2: 'LEGAL_REP_AUTH',
    v3: 'ORG_LEGALREP_INVOLVED',
    told: 'ORG_LEGALREP',
    subFlowType: 'ORGANIZATION_LEGAL_REP_FACEAUTH',
  },
  alipay: {
    label: '企业支付宝认证',
    v2: 'ORG_ZM_AUTHORIZE',
    v3: 'ORG_ALIPAY_CREDIT',
    told: 'ORG_ALIPAY_CREDIT',
    subFlowType: 'ORGANIZATION_ZMXY',
  },
} as const satisfies Record<string, OrgWayRow>

export type OrgWay = keyof typeof ORG_WAYS
export const ORG_WAY_NAMES: readonly OrgWay[] = ['transfer', 'legalAuthorize', 'legalRep', 'alipay']

/** What `asked` opens, in the vendor's order, the default first; nothing asked opens all. */
export function personWays(family: 'v2' | 'v3', asked: readonly string[] = [], first?: string): PersonWay[] {
  const open = PERSON_WAY_NAMES.filter(
    way => asked.length === 0 || asked.some(name => isPersonWay(way, name, family)),
  )
  return defaultFirst(open, way => first !== undefined && isPersonWay(way, first, family))
}

function isPersonWay(way: PersonWay, name: string, family: 'v2' | 'v3'): boolean {
  return PERSON_WAYS[way][family] === name || (way === 'face' && name in FACE_VENDORS)
}

/** Documented for v2: the legal representative's own verification is always shown. */
export function orgWays(family: 'v2' | 'v3', asked: readonly string[] = [], first?: string): OrgWay[] {
  const open = ORG_WAY_NAMES.filter(
    way =>
      asked.length === 0 || asked.includes(ORG_WAYS[way][family]) || (family === 'v2' && way === 'legalRep'),
  )
  return defaultFirst(open, way => ORG_WAYS[way][family] === first)
}

function defaultFirst<T>(ways: T[], isDefault: (way: T) => boolean): T[] {
  return [...ways.filter(isDefault), ...ways.filter(way => !isDefault(way))]
}

export function orgWayOf(subFlowType: string): OrgWay | undefined {
  return ORG_WAY_NAMES.find(way => ORG_WAYS[way].subFlowType === subFlowType)
}

export function personWayOf(subFlowType: string): PersonWay | undefined {
  if (subFlowType.startsWith('FACEAUTH_')) return 'face'
  return PERSON_WAY_NAMES.find(way => PERSON_WAYS[way].subFlowType === subFlowType)
}
