import { createCipheriv } from 'node:crypto'
import * as fc from 'fast-check'
import { readEvent } from '../../cloudfunctions/callback/event'
import { limitNames } from '../../cloudfunctions/domain/limits'
import { HttpFailure } from '../../cloudfunctions/platform/http'
import { receiveNotice } from '../../cloudfunctions/usecases/receiveNotice'
import { noticeUrl } from '../../cloudfunctions/usecases/verification/noticeAddress'
import { start } from '../../cloudfunctions/usecases/verification/start'
import { createCaller } from '../../cloudfunctions/vendors/call'
import { signNotice as signEsign } from '../../cloudfunctions/vendors/esign/notice'
import { signNotice as signEss } from '../../cloudfunctions/vendors/ess/notice'
import { signEnvelope } from '../../cloudfunctions/vendors/qiyuesuo/envelope'
import { configureVendors } from '../../cloudfunctions/vendors/registry'
import { createWorld, type World } from '../support/world'
import { type Fuzz, forAll, stateOf } from './check'
import { damage, damaged, type Json } from './generate'

const worldLasts = 250
const secrets = {
  qiyuesuo: {
    QIYUESUO_ENVIRONMENT: 'test',
    QIYUESUO_APP_TOKEN: 'fuzz-token',
    QIYUESUO_APP_SECRET: 'fuzz-secret',
  },
  ess: {
    ESS_ENVIRONMENT: 'test',
    ESS_SECRET_ID: 'fuzz-id',
    ESS_SECRET_KEY: 'fuzz-key',
    ESS_OPERATOR_USER_ID: 'fuzz-user',
    ESS_CALLBACK_TOKEN: 'fuzz-token',
    ESS_CALLBACK_KEY: '0123456789abcdef0123456789abcdef',
  },
  esign: { ESIGN_ENVIRONMENT: 'test', ESIGN_APP_ID: '7438000009', ESIGN_APP_SECRET: 'fuzz-secret' },
} as const
type Vendor = keyof typeof secrets

/** A notice of each vendor as it could come, before it is spoiled. */
const right: Record<Vendor, Json[]> = {
  qiyuesuo: [
    { authId: '3140000000000000001', status: '1', contact: '13800138000', realName: true },
    { authId: '3140000000000000001', status: '2', reason: 'x', actionEvent: '7' },
    { requestId: '3140000000000000002', status: '1', companyName: '测试甲有限公司', actionEvent: '0' },
  ],
  ess: [
    {
      MsgId: 'yDmsg0001',
      MsgType: 'UserAccountVerify',
      MsgVersion: 'CustomApp',
      MsgData: { UserData: 'dl8x' },
    },
    {
      MsgId: 'yDmsg0002',
      MsgType: 'CreateOrganization',
      MsgData: { OrganizationName: '测试甲有限公司', UniformSocialCreditCode: '91110000MA0TEA001C' },
    },
  ],
  esign: [
    { action: 'AUTH_PASS', authFlowId: 'OF-1', timestamp: 1_700_000_000_000, authType: 'PSN' },
    { flowId: '1234567890', success: true, status: 'SUCCESS', contextId: 'c', verifycode: 'x' },
  ],
}

/** Notices of one vendor, rightly signed and then spoiled inside, or spoiled outside: taken, or refused with 4xx. */
export const noticesFuzz = (vendor: Vendor, isSealed = vendor === 'ess'): Fuzz => ({
  name: `notices-${vendor}${isSealed ? '-sealed' : ''}`,
  async run(options) {
    let world = await createNoticeWorld(vendor, isSealed)
    const input = fc.record({
      message: fc.constantFrom(...right[vendor]),
      inside: damage,
      outside: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, damage),
      asForm: fc.boolean(),
      toAccount: fc.boolean(),
    })
    let done = 0
    await forAll(input, options, async ({ message, inside, outside, asForm, toAccount }) => {
      if (++done % worldLasts === 0) world = await createNoticeWorld(vendor, isSealed)
      const before = stateOf(world.world.store)
      const content = damaged(message, inside)
      const body = isSealed && vendor === 'qiyuesuo' ? sealedForm(content) : bodyOf(vendor, content, asForm)
      const path = toAccount ? `/callback/${vendor}` : world.path
      const event: Json = {
        path,
        httpMethod: 'POST',
        headers: headersOf(vendor, body),
        queryStringParameters: {},
        body: body.toString('base64'),
        isBase64Encoded: true,
      }
      const notice = readEvent(outside ? damaged(event, outside) : event)
      if (!notice) return
      const { statusCode } = await receiveNotice(world.world.deps, notice)
      if (statusCode >= 500) throw new Error(`answered ${statusCode}`)
      if (statusCode >= 400 && stateOf(world.world.store) !== before)
        throw new Error(`${statusCode} changed what is stored`)
    })
    const states = world.world.store.all('verifications').map(({ state }) => state)
    if (states.includes('verified')) throw new Error('a notice alone verified somebody')
  },
})

/** Nobody answers a question, so whatever comes of a notice comes of the notice. */
async function createNoticeWorld(vendor: Vendor, isSealed: boolean): Promise<{ world: World; path: string }> {
  const world = createWorld()
  const { deps } = world
  const begun = await start(deps, 'alice', await world.startInput())
  const [first] = world.store.all('verifications')
  if (!first) throw new Error(`nothing began: ${begun.outcome}`)
  await world.store.remove('verifications', first._id, first.version)
  await world.store.insert('verifications', { ...first, vendor })
  deps.config.limits = Object.fromEntries(
    limitNames.map(name => [name, 10 ** 9]),
  ) as typeof deps.config.limits
  const env = { ...secrets[vendor], ...(isSealed && { QIYUESUO_CALLBACK_KEY: qiyuesuoKey }) }
  deps.drivers = configureVendors(env).create({
    http: () => Promise.reject(new HttpFailure('connect', false)),
    clock: deps.clock,
    qrImage: deps.qrImage,
    tokens: { get: async () => null, invalidate: async () => {} },
    createPace: () => async () => true,
    createCaller: () => createCaller({ retries: 0, firstPauseMs: 1 }),
  })
  const path = new URL(noticeUrl(deps, { _id: first._id, vendor, attempt: first.attempt })).pathname
  return { world, path }
}

/** 16 characters. */
const qiyuesuoKey = 'fuzz-key-of-16-c'

/** Rightly signed and encrypted, whatever is inside. */
function sealedForm(message: Json): Buffer {
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(qiyuesuoKey), null)
  const content = Buffer.concat([cipher.update(JSON.stringify(message) ?? '', 'utf8'), cipher.final()])
  const timestamp = '1700000000000'
  const signature = signEnvelope(timestamp, qiyuesuoKey)
  return Buffer.from(
    new URLSearchParams({ signature, timestamp, content: content.toString('base64') }).toString(),
  )
}

function bodyOf(vendor: Vendor, message: Json, asForm: boolean): Buffer {
  const text = JSON.stringify(message) ?? ''
  if (vendor === 'ess') {
    const key = Buffer.from(secrets.ess.ESS_CALLBACK_KEY)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
    const encrypt = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
    return Buffer.from(JSON.stringify({ encrypt }))
  }
  if (asForm && typeof message === 'object' && message !== null)
    return Buffer.from(
      new URLSearchParams(
        Object.entries(message).map(([name, each]) => [name, String(JSON.stringify(each))]),
      ).toString(),
    )
  return Buffer.from(text)
}

function headersOf(vendor: Vendor, body: Buffer): Record<string, string> {
  if (vendor === 'ess') return { 'Content-Signature': signEss(body, secrets.ess.ESS_CALLBACK_TOKEN) }
  if (vendor === 'qiyuesuo') return { 'content-type': 'application/x-www-form-urlencoded' }
  const timestamp = '1700000000000'
  return {
    'X-Tsign-Open-TIMESTAMP': timestamp,
    'X-Tsign-Open-SIGNATURE': signEsign({ timestamp, query: {}, body }, secrets.esign.ESIGN_APP_SECRET),
  }
}
