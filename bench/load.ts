import { createCipheriv } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ActionAnswer, ActionInput, ActionName, ActionResults } from '../cloudfunctions/contract/actions'
import { signNotice } from '../cloudfunctions/vendors/ess/notice'
import { openStore } from '../sandbox/cloud/store'
import { functionSettings } from '../sandbox/stack'
import { essCredentials } from '../sandbox/vendors/ess/local'
import { startVendors, vendorPorts } from '../sandbox/vendors/registry'
import { buildFunctions } from '../scripts/build-functions'
import { ask, fieldsOf, type VendorId, vendorIds } from '../test/chaos/people'
import { type CloudChild, startCloudChild } from '../test/support/cloud-child'
import { byHand, empty } from './load-functions'

/**
 * `npm run bench:load -- --rate 50 --seconds 300`: so many notices and so many starts a second, first with all vendors
 * well, then with one that hangs; before that an empty function and the same calls written by hand, through the same
 * local cloud, for what they cost. Nothing may be lost: what was answered is counted in the database afterwards.
 */
const { values } = parseArgs({
  options: { rate: { type: 'string' }, seconds: { type: 'string' }, instances: { type: 'string' } },
})
const rate = Number(values.rate ?? 50)
const seconds = Number(values.seconds ?? 300)
const instances = Number(values.instances ?? 8)
const healthy: readonly VendorId[] = ['qiyuesuo', 'esign']
const hanging: VendorId = 'esign'

/** Calls one by one, for what each costs where nothing else is going on. */
const alone = 30

interface Told {
  what: string
  sent: number
  ok: number
  others: Map<string, number>
  times: number[]
}

const told = (what: string): Told => ({ what, sent: 0, ok: 0, others: new Map(), times: [] })

/** One call; a word for what was answered, `ok` among them. */
async function measured(into: Told, call: () => Promise<string>): Promise<void> {
  const since = performance.now()
  into.sent += 1
  const said = await call().catch((error: unknown) =>
    error instanceof Error ? error.message.slice(0, 60) : '?',
  )
  into.times.push(performance.now() - since)
  if (said === 'ok') into.ok += 1
  else into.others.set(said, (into.others.get(said) ?? 0) + 1)
}

/** At its own pace, whatever the answers do. */
async function steadily(forMs: number, call: (index: number) => Promise<void>): Promise<void> {
  const since = performance.now()
  const running: Promise<void>[] = []
  for (let index = 0; index * (1000 / rate) < forMs; index++) {
    const wait = since + index * (1000 / rate) - performance.now()
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    running.push(call(index))
  }
  await Promise.all(running)
}

/** Those that were not written down, and said so: whatever else was answered is counted on. */
const refusedOf = ({ others }: Told): number =>
  [...others].reduce((sum, [said, count]) => (said.startsWith('kept') ? sum : sum + count), 0)

const part = (times: readonly number[], share: number): number =>
  Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0)

function print({ what, sent, ok, others, times }: Told): void {
  const rest = [...others].map(([said, count]) => `${said} ${count}`).join(', ')
  console.log(
    `${what.padEnd(34)} sent ${sent}, ok ${ok}${rest && `, ${rest}`}; p50 ${part(times, 0.5)} ms, p99 ${part(times, 0.99)} ms`,
  )
}

/** MB. Linux tells it of any process of one's own. */
const memoryOf = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

/** Sealed and signed as the vendor does; each is an event of its own, about nobody. */
function notice(index: number): { body: string; signature: string } {
  const message = {
    MsgId: `yDload${index}`,
    MsgType: 'UserAccountVerify',
    MsgVersion: 'CustomApp',
    MsgData: { UserData: `v_${String(index).padStart(32, '0')}_1` },
  }
  const key = Buffer.from(essCredentials.callbackKey)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
  const encrypt = Buffer.concat([cipher.update(JSON.stringify(message), 'utf8'), cipher.final()])
  const body = JSON.stringify({ encrypt: encrypt.toString('base64') })
  return { body, signature: signNotice(Buffer.from(body), essCredentials.callbackToken) }
}

async function round(what: string, isHanging: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-load-'))
  const [dataDir, functionsDir] = [path.join(folder, 'data'), path.join(folder, 'functions')]
  cpSync('dist/cloudfunctions', functionsDir, { recursive: true })
  for (const [name, code] of Object.entries({ empty, byhand: byHand })) {
    mkdirSync(path.join(functionsDir, name))
    writeFileSync(path.join(functionsDir, name, 'index.js'), code)
    writeFileSync(path.join(functionsDir, name, 'config.json'), '{"permissions":{"openapi":[]}}')
  }
  const vendors = await startVendors(
    '127.0.0.1',
    vendorPorts(() => 0),
    {
      ess: { requestsPerSecond: 100_000, retryDelaysMs: [] },
      esign: { requestsPerSecond: 100_000, retryDelaysMs: { v2: [], v3: [] } },
    },
  )
  const urls = Object.fromEntries(vendorIds.map(id => [id, vendors.simulators[id].url])) as Record<
    VendorId,
    string
  >
  const env = {
    ...functionSettings('http://127.0.0.1:9', urls),
    LIMITS: 'attempts:1000000,starts:1000000,looks:1000000,notices:1000000',
  }
  const cloud = await startCloudChild({ dataDir, functionsDir, more: ['empty', 'byhand'], instances, env })
  const act = actOn(cloud)
  const memory = [memoryOf(cloud.pid)]
  try {
    const { policy } = await act('oLoadOwner', 'config.get', {})
    if (!isHanging) {
      const floor = told('an empty function, one by one')
      const hand = told('the calls of a start, by hand')
      for (let index = 0; index < alone; index++) {
        await measured(floor, async () => {
          await cloud.invoke('empty', {})
          return 'ok'
        })
        await measured(hand, async () => {
          await cloud.invoke('byhand', { url: `${urls.qiyuesuo}/__sandbox/clock` })
          return 'ok'
        })
      }
      print(floor)
      print(hand)
      const single = told('a start with its consent, one by one')
      for (let index = 0; index < alone; index++) await measured(single, () => start(1_000_000 + index))
      print(single)
    } else await ask(`${urls[hanging]}/__sandbox/next`, { hang: true, times: 1000 })
    const starts = {
      well: told('starts, vendor well'),
      hangs: told(`starts, ${isHanging ? 'vendor hangs' : 'the other vendor'}`),
    }
    const notices = told('notices')
    const middle = setTimeout(() => memory.push(memoryOf(cloud.pid)), seconds * 500)
    await Promise.all([
      steadily(seconds * 1000, index =>
        measured(index % 2 === 0 ? starts.well : starts.hangs, () => start(index)),
      ),
      steadily(seconds * 1000, index =>
        measured(notices, async () => {
          const { body, signature } = notice(index)
          const headers = { 'content-type': 'application/json', 'content-signature': signature }
          const answer = await fetch(`${cloud.url}/http/callback/ess`, { method: 'POST', headers, body })
          return answer.status === 200 ? 'ok' : `HTTP ${answer.status}`
        }),
      ),
    ])
    clearTimeout(middle)
    memory.push(memoryOf(cloud.pid))
    console.log(what)
    for (const each of [starts.well, starts.hangs, notices]) print(each)
    console.log(`memory of the local cloud with its instances: ${memory.join(' → ')} MB`)
    await cloud.kill()
    const kept = [starts.well, starts.hangs].map(each => each.sent - refusedOf(each))
    count(
      dataDir,
      kept.reduce((sum, each) => sum + each, isHanging ? 0 : alone),
      notices.ok,
    )

    /** Somebody else at every index: one may have one open verification at a vendor. */
    async function start(index: number): Promise<string> {
      const vendor = healthy[index % 2] ?? hanging
      const openid = `oLoadPerson${index}`
      const about = { vendor, purpose: 'general' } as const
      const consent = { ...about, accepted: true, policyVersion: policy.version } as const
      const { consentId } = await act(openid, 'consent.record', consent)
      const clientKey = `key-load-${String(index).padStart(12, '0')}`
      const { outcome, verification } = await act(openid, 'verification.start', {
        ...about,
        way: 'app',
        clientKey,
        consentId,
        ...fieldsOf('person', index % 1000, index),
      })
      if (outcome !== 'started') return outcome
      return verification.problem === null ? 'ok' : `kept, ${verification.problem.code}`
    }
  } finally {
    await cloud.kill()
    await vendors.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Act = <A extends ActionName>(
  openid: string,
  action: A,
  input: ActionInput<A>,
) => Promise<ActionResults[A]>

function actOn(cloud: CloudChild): Act {
  return async <A extends ActionName>(openid: string, action: A, input: ActionInput<A>) => {
    const answer = (await cloud.invoke('api', { action, input }, { openid })) as ActionAnswer<A>
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.data
  }
}

/** What was answered must be there. */
function count(dataDir: string, starts: number, notices: number): void {
  const store = openStore(dataDir)
  const found = (name: string) => [...store.scan(name)].length
  const [verifications, stored] = [found('verifications'), found('notices')]
  store.close()
  const lost = Math.max(0, starts - verifications) + Math.max(0, notices - stored)
  console.log(`in the database: ${verifications} verifications, ${stored} notices; lost ${lost}`)
  if (lost > 0) process.exitCode = 1
}

async function main(): Promise<void> {
  await buildFunctions()
  const [cpu] = os.cpus()
  console.log(
    `${os.cpus().length} cores ${cpu?.model ?? ''}, load ${os.loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
  )
  console.log(
    `${rate} notices/s and ${rate} starts/s for ${seconds} s, ${instances} instances of each function`,
  )
  await round('all vendors well', false)
  await round('one vendor hangs', true)
}

main()
