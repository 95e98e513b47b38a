import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {
  ActionAnswer,
  ActionInput,
  ActionName,
  ActionResults,
} from '../../cloudfunctions/contract/actions'
import type { Handoff } from '../../cloudfunctions/contract/handoff'
import type { VerificationView } from '../../cloudfunctions/contract/verification'
import type { Subject } from '../../cloudfunctions/domain/words'
import { functionSettings } from '../../sandbox/stack'
import { startVendors, vendorPorts } from '../../sandbox/vendors/registry'
import { type CloudChild, startCloudChild } from '../support/cloud-child'
import { ask, fieldsOf, pass, type VendorId, vendorIds } from './people'

/** Somebody who is being verified. */
export interface Person {
  number: number
  vendor: VendorId
  subject: Subject
  openid: string
}

/** The simulators, which live in this process, and the local cloud with the built functions, which can be killed. */
export interface PeopleWorld {
  /** Another one at every call. */
  person(vendor: VendorId, subject: Subject): Person
  /** Starts, or goes on with what was started by the same key: the verification, and the way there if there is one. */
  begin(person: Person): Promise<{ view: VerificationView; handoff: Handoff | null }>
  act<A extends ActionName>(openid: string, action: A, input: ActionInput<A>): Promise<ActionResults[A]>
  pass(person: Person, handoff: Handoff): Promise<void>
  view(person: Person, id: string): Promise<VerificationView>
  sweep(): Promise<void>
  /** `SEAL_KEYS` from now on: a new key before the one of now, or the newest alone. What is under way dies. */
  rotate(keys: 'both' | 'newest'): Promise<void>
  /** Runs until nothing is sealed with an older key. */
  reseal(): Promise<void>
  /** Orders what happens next at a simulator. */
  next(vendor: VendorId, order: object): Promise<void>
  forget(vendor: VendorId): Promise<void>
  kill(): Promise<void>
  /** The clock of the functions jumps; the vendors' own goes with it, or does not. */
  jump(ms: number, withVendors?: boolean): Promise<void>
  /** `full`, `slow <ms>`, or well again. */
  disk(trouble: string | null): Promise<void>
  close(): Promise<void>
}

export async function openPeopleWorld(env: Record<string, string> = {}): Promise<PeopleWorld> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'realname-hub-chaos-'))
  const [clockFile, diskFile] = [path.join(dataDir, 'clock'), path.join(dataDir, 'disk')]
  await writeFile(clockFile, '0')
  const vendors = await startVendors(
    '127.0.0.1',
    vendorPorts(() => 0),
  )
  const urls = Object.fromEntries(vendorIds.map(id => [id, vendors.simulators[id].url])) as Record<
    VendorId,
    string
  >
  let aheadMs = 0
  let people = 0
  let cloud: CloudChild
  let sealKeys = freshKey()
  await start()

  return {
    act,
    begin,
    view: async ({ openid }, id) => (await act(openid, 'verification.get', { id })).verification,
    person(vendor, subject) {
      people += 1
      return { number: people, vendor, subject, openid: `oChaosPerson${people}` }
    },
    pass: ({ vendor, subject }, handoff) => pass(urls[vendor], vendor, subject, handoff),
    sweep: async () => {
      await cloud.fireTimer('sweep')
    },
    async rotate(keys) {
      const [newest = ''] = sealKeys.split(',')
      sealKeys = keys === 'both' ? `${freshKey()},${newest}` : newest
      await cloud.kill()
      await start()
    },
    async reseal() {
      for (let left: unknown = true; left; ) {
        const report = Object(await cloud.fireTimer('sweep'))
        if (report.unreadable !== 0) throw new Error(`unreadable: ${report.unreadable ?? report.failed}`)
        left = report.left
      }
    },
    next: async (vendor, order) => {
      await ask(`${urls[vendor]}/__sandbox/next`, order)
    },
    forget: async vendor => {
      await fetch(`${urls[vendor]}/__sandbox/next`, { method: 'DELETE' })
    },
    async kill() {
      await cloud.kill()
      await start()
    },
    async jump(ms, withVendors = true) {
      aheadMs += ms
      await writeFile(clockFile, String(aheadMs))
      if (withVendors)
        for (const id of vendorIds) await ask(`${urls[id]}/__sandbox/clock`, { offsetMs: aheadMs })
      // Longer than the file may be read late.
      await new Promise(resolve => setTimeout(resolve, 50))
    },
    disk: trouble => (trouble === null ? rm(diskFile, { force: true }) : writeFile(diskFile, trouble)),
    async close() {
      await cloud.kill()
      await vendors.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }

  async function start(): Promise<void> {
    const settings = functionSettings('http://127.0.0.1:9', urls)
    // Whatever is proven counts: what is looked at here is which way it comes.
    cloud = await startCloudChild({
      dataDir,
      clockFile,
      diskFile,
      env: { ...settings, PROOF: 'account', SEAL_KEYS: sealKeys, ...env },
    })
    await vendors.simulators.ess.setCallbackUrl(`${cloud.url}/http/callback/ess`)
  }

  async function act<A extends ActionName>(
    openid: string,
    action: A,
    input: ActionInput<A>,
  ): Promise<ActionResults[A]> {
    const answer = (await cloud.invoke('api', { action, input }, { openid })) as ActionAnswer<A>
    if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`)
    return answer.data
  }

  async function begin({ number, vendor, subject, openid }: Person) {
    const about = { vendor, purpose: 'general' } as const
    const { policy } = await act(openid, 'config.get', {})
    const { consentId } = await act(openid, 'consent.record', {
      ...about,
      policyVersion: policy.version,
      accepted: true,
    })
    const clientKey = `key-chaos-${String(number).padStart(12, '0')}`
    const input = { ...about, clientKey, consentId, way: 'app' as const, ...fieldsOf(subject, number) }
    const { verification: view, handoff } = await act(openid, 'verification.start', input)
    return { view, handoff }
  }
}

let keys = 0
/** A key of sealing with an id of its own, as `SEAL_KEYS` takes it. */
function freshKey(): string {
  keys += 1
  return `chaos${keys}:${randomBytes(32).toString('base64')}`
}
