import { createHmac } from 'node:crypto'
import { unzipSync } from 'fflate'
import { isRecord } from '../record'
import type { Upstream } from './gateway'

/** What the functions say to their doctor when all is well; a test changes what it likes. */
export const healthy = (now: number) => ({
  settings: { names: [], hash: 'abc' },
  health: {
    sweep: { at: now, ms: 900, left: false, failed: null as string | null, late: false },
    backlog: [{ kind: 'verifications', count: 0, more: false, since: null as number | null }],
  },
  reach: {
    vendors: [{ id: 'qiyuesuo', reached: { ms: 40, ahead: 0 } as { ms: number; ahead: number } | null }],
    callback: { reached: { ms: 40, ahead: 0 }, passes: true, egress: '203.0.113.7' },
  },
})
export type Healthy = ReturnType<typeof healthy>

/**
 * The functions as far as a deployment speaks to them: the probe of `callback`, and the doctor's question to each. What
 * was uploaded is looked at and not run. `inside`: null: they are too old to know their doctor.
 */
export function deployedFunctions(inside: () => Healthy | null): Upstream {
  return call => ('httpMethod' in call.event ? answerProbe(call) : answerDoctor(call, inside()))
}

/** `…/health/<nonce>`, as far as it really arrives. */
const answerProbe: Upstream = ({ zip, variables, event }) => {
  const path = String(event.path)
  const [, nonce] = /\/health\/(\w+)$/.exec(path) ?? []
  if (!nonce) return { statusCode: 404, body: '{"code":404}' }
  const manifest = unzipSync(new Uint8Array(Buffer.from(zip, 'base64')))['package.json']
  const { version } = JSON.parse(Buffer.from(manifest ?? []).toString('utf8')) as { version?: string }
  const health = proof(variables, 'health.answer', nonce)
  return { statusCode: 200, body: JSON.stringify({ health, release: version, path, address: '127.0.0.1' }) }
}

/** Whoever has LOOKUP_KEY is answered. */
function answerDoctor({ variables, event }: Parameters<Upstream>[0], answer: Healthy | null): unknown {
  const asked = isRecord(event.health) ? event.health : {}
  const isHis = asked.proof === proof(variables, 'health.question', String(asked.at), String(asked.nonce))
  return isHis ? answer : { ok: false }
}

function proof({ LOOKUP_KEY = '' }: Readonly<Record<string, string>>, ...parts: string[]): string {
  return createHmac('sha256', Buffer.from(LOOKUP_KEY, 'base64')).update(parts.join('\0')).digest('hex')
}
