import type { Fact } from '../../domain/decide'
import type { Accepted, Driver, Outcome, Question } from '../driver'
import { type ClientOptions, createClient } from './client'
import { readPersonNotice } from './notice'
import { factOfResult, personPaths, resultQuery, ticketBody } from './person'

const plugin = 'plugin://qyssdk-plugin'
/** The plugin's name for the environment; must match the API host. */
const pluginEnv = { production: 'com', test: 'cn' } as const

export type QiyuesuoOptions = ClientOptions

/** 契约锁: a single-use ticket that opens the vendor's plugin. docs/vendors/qiyuesuo.md */
export function createQiyuesuo(options: QiyuesuoOptions): Driver {
  const client = createClient(options)
  return {
    id: 'qiyuesuo',
    capabilities: {
      subjects: ['person'],
      handoffs: ['plugin'],
      // ALIPAY exists on the ticket call, but cannot be completed inside WeChat.
      personModes: ['any', 'threeFactor', 'face', 'bankCard'],
      idTypes: ['residentId', 'passport', 'hkMacauPermit', 'taiwanPermit'],
      batch: false,
      queryBy: ['attempt', 'account'],
    },

    async start({ person, noticeUrl }) {
      const answer = await client.post(personPaths.ticket, ticketBody(person, noticeUrl))
      return answer.kind === 'ok' ? accepted(answer.value.ticket, 'personal-auth') : answer
    },

    query,
    readNotice: readPersonNotice,
    noticeAnswer: { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"code":0}' },
  }

  async function query(question: Question): Promise<Outcome<Fact>> {
    const answer = await client.get(personPaths.result, resultQuery(question))
    if (answer.kind === 'ok') return { kind: 'ok', value: factOfResult(answer.value, question) }
    // An id the vendor does not know (1604) proves nothing; the account may still be asked about.
    const unknownId =
      answer.kind === 'rejected' && answer.code === '1604' && question.refs.authId !== undefined
    return unknownId ? query({ ...question, refs: {} }) : answer
  }

  function accepted(ticket: unknown, page: 'personal-auth'): Outcome<Accepted> {
    if (typeof ticket !== 'string' || ticket === '') {
      return { kind: 'indeterminate', code: 'NO_TICKET', detail: 'success without a ticket' }
    }
    const query = `ticket=${encodeURIComponent(ticket)}&env=${pluginEnv[options.environment]}&hasCb=true`
    return {
      kind: 'ok',
      value: {
        handoff: {
          kind: 'plugin',
          url: `${plugin}/${page}?${query}`,
          events: { authSuccessCb: 'passed', authFailCb: 'failed' },
          leaveEvent: 'jumpTo',
        },
        // The ticket call tells no id of the attempt; a notice may bring it.
        refs: {},
      },
    }
  }
}
