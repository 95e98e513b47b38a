import type { Handoff } from '../../cloudfunctions/contract/handoff'
import type { StartInput } from '../../cloudfunctions/contract/verification'
import type { Subject } from '../../cloudfunctions/domain/words'
import { creditCode } from '../support/batch-world'
import { residentId } from '../support/world'

/** What somebody fills in, another one at every number, and what they do on the page of the vendor. */
export const vendorIds = ['qiyuesuo', 'ess', 'esign'] as const
export type VendorId = (typeof vendorIds)[number]
export const subjects = ['person', 'organization'] as const

type Fields =
  | Pick<Extract<StartInput, { subject: 'person' }>, 'subject' | 'person'>
  | Pick<Extract<StartInput, { subject: 'organization' }>, 'subject' | 'organization'>

/** `mobile`: where there are more of them than cards. */
export function fieldsOf(subject: Subject, number: number, mobile = number): Fields {
  const value = `138${String(mobile).padStart(8, '0')}`
  const contact = { type: 'mobile', value } as const
  if (subject === 'person')
    return {
      subject,
      person: { contact, name: '测试员甲', idType: 'residentId', idNumber: residentId(number), mode: 'any' },
    }
  const organization = {
    name: `示例第${number}号服务有限公司`,
    registerNumber: creditCode(500_000 + number),
    legalPerson: '测试员乙',
    applicant: { name: '测试员甲', contact },
  }
  return { subject, organization }
}

/** Asks the simulator at `url`. */
export async function ask(url: string, body?: object): Promise<string> {
  const answer = await fetch(url, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 200)}`)
  return text
}

const sessionIn = (page: string): string => {
  const [, session] = /"session":"([^"]+)"/.exec(page) ?? []
  if (!session) throw new Error('the way leads nowhere')
  return session
}

/** Goes where the handoff leads and passes with all there is to do. */
export async function pass(url: string, vendor: VendorId, subject: Subject, handoff: Handoff): Promise<void> {
  if (vendor === 'qiyuesuo' && handoff.kind === 'plugin') {
    const { searchParams, pathname } = new URL(handoff.url)
    const page = pathname.slice(1)
    const ticket = searchParams.get('ticket')
    const session = sessionIn(
      await ask(`${url}/__sandbox/open`, { ticket, env: searchParams.get('env'), page }),
    )
    const place = subject === 'person' ? '/plugin/act' : `/plugin/${page}/act`
    await ask(url + place, { session, action: 'pass', ...(subject === 'person' && { mode: 'IVS' }) })
    return
  }
  if (handoff.kind !== 'miniProgram') throw new Error(`a ${handoff.kind}?`)
  const { appId, path, envVersion } = handoff
  if (vendor === 'esign') {
    const extraData = handoff.extraData
    const session = sessionIn(await ask(`${url}/mini-program/enter`, { appId, path, extraData, envVersion }))
    await ask(`${url}/page/act`, { session, action: 'pass' })
    return
  }
  const actions = subject === 'person' ? ['verify'] : ['submit', 'pass']
  for (const action of actions) {
    const query = new URLSearchParams({ path, appId, ...(envVersion && { envVersion }) })
    const session = sessionIn(await ask(`${url}/mini-program/show?${query}`))
    await ask(`${url}/mini-program/act`, { session, action })
  }
}
