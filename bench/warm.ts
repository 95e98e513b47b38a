import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign'
import { deliver } from '../cloudfunctions/usecases/integration/deliver'
import { receiveNotice } from '../cloudfunctions/usecases/receiveNotice'
import { noticeUrl } from '../cloudfunctions/usecases/verification/noticeAddress'
import { get } from '../cloudfunctions/usecases/verification/read'
import { start } from '../cloudfunctions/usecases/verification/start'
import { authorization } from '../cloudfunctions/vendors/ess/tc3'
import { backlog } from '../test/support/backlog'
import { createServerWorld } from '../test/support/server-world'
import { createWorld } from '../test/support/world'
import { quantile, runAlone } from './measure'

/**
 * `npm run bench:warm`: what this product itself adds to a call, where vendor and database answer at once: the rules,
 * the sealing of what is personal, the audit. Against it the least a function written by hand does for its call of the
 * vendor: write it, sign it with the vendor's SDK, read the answer. And signing, ours against the SDK's.
 */
const warmUp = 50
const times = 500

export async function benchWarm(): Promise<void> {
  console.log(`\nour own work in a call, ${times} of each, vendor and database answer at once`)
  const hand = await measured('by hand: the call of the vendor alone', times, async () => byHand())
  for (const [name, work] of await works()) {
    const own = await measured(name, times, work)
    console.log(`${''.padEnd(40)} CPU ${(own / hand).toFixed(1)} × by hand`)
  }
  await deliveries()
  const ours = await measured('signing (TC3), ours', 5000, async () => void authorization(signing()))
  const sdk = await measured('signing (TC3), tencentcloud-sdk-nodejs', 5000, async () => void signedBySdk())
  console.log(`${''.padEnd(40)} CPU ${(ours / sdk).toFixed(2)} of the SDK's`)
}

/** Each call is another person's, or another verification's. */
async function works(): Promise<[string, (n: number) => Promise<unknown>][]> {
  const world = createWorld()
  const { deps } = world
  const all = warmUp + times
  const owners = Array.from({ length: all }, (_each, n) => `owner-${n}`)
  const inputs = await Promise.all(owners.map(owner => world.startInput({}, owner)))
  const ids: string[] = []
  const at = <T>(list: readonly T[], n: number): T => {
    const found = list[n]
    if (found === undefined) throw new Error(`nothing is prepared for call ${n}`)
    return found
  }
  return [
    [
      'verification.start',
      async n => {
        const { verification } = await start(deps, at(owners, n), at(inputs, n))
        ids.push(verification.id)
      },
    ],
    ['verification.get', n => get(deps, at(owners, n), { id: at(ids, n) })],
    [
      'a notice',
      async n => {
        const verificationId = at(ids, n)
        const stored = await deps.store.get('verifications', verificationId)
        const secret = stored ? (noticeUrl(deps, stored).split('/').at(-1) ?? '') : ''
        const { statusCode } = await receiveNotice(deps, {
          method: 'POST',
          vendor: 'qiyuesuo',
          address: { verificationId, attempt: 1, secret },
          headers: {},
          query: {},
          body: Buffer.from('verified'),
        })
        if (statusCode !== 200) throw new Error(`the notice was answered with ${statusCode}`)
      },
    ],
  ]
}

async function deliveries(): Promise<void> {
  const world = await createServerWorld()
  await backlog(world, { dead: 0, good: times })
  world.onDelivery(() => ({ status: 204, retryAfter: undefined }))
  const [cpu, began] = [process.cpuUsage(), performance.now()]
  const { delivered } = await deliver(world.deps, world.deps.clock() + 45_000)
  const { user, system } = process.cpuUsage(cpu)
  const each = (total: number) => (total / delivered).toFixed(2)
  console.log(
    `${`a delivery (${delivered} in one run)`.padEnd(40)} mean ${each(performance.now() - began)} ms` +
      `, CPU ${each((user + system) / 1000)} ms`,
  )
}

const body = JSON.stringify({ Operator: { UserId: 'u' }, FlowInfo: { FlowName: '实名认证', Deadline: 1 } })
const contentType = 'application/json'
const signing = () => ({
  secretId: 'id',
  secretKey: 'key',
  service: 'ess',
  host: 'ess.tencentcloudapi.com',
  contentType,
  timestamp: 1_700_000_000,
  body,
})

function signedBySdk(): string {
  const { secretId, secretKey, service, host, timestamp } = signing()
  return Sign.sign3({
    url: `https://${host}/`,
    payload: Buffer.from(body),
    timestamp,
    service,
    secretId,
    secretKey,
    multipart: false,
    boundary: '',
    headers: { 'Content-Type': contentType },
  })
}

function byHand(): unknown {
  const request = JSON.stringify({ ...JSON.parse(body), at: Date.now() })
  signedBySdk()
  return JSON.parse(`{"Response":{"RequestId":"r","Sent":${request.length}}}`)
}

/** Prints p50, p99 and the mean of CPU; answers that mean, ms. */
async function measured(name: string, count: number, work: (n: number) => Promise<unknown>): Promise<number> {
  for (let n = 0; n < warmUp; n++) await work(n)
  const all: number[] = []
  const before = process.cpuUsage()
  for (let n = warmUp; n < warmUp + count; n++) {
    const began = performance.now()
    await work(n)
    all.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000 / count
  const shown = [0.5, 0.99].map(part => quantile(all, part).toFixed(3))
  console.log(`${name.padEnd(40)} p50 ${shown[0]} ms, p99 ${shown[1]} ms, CPU ${cpu.toFixed(3)} ms`)
  return cpu
}

runAlone(__filename, benchWarm)
