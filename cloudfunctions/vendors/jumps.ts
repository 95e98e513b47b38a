import type { Handoff } from '../contract/handoff'
import type { BatchDriver } from './batch'
import type { Driver, Jumps } from './driver'
import type { Failure, Outcome } from './outcome'

/** The address of a setting as a host that is jumped to: a vendor of the local world shows its own pages. */
export function localHost(where: 'production' | 'test', baseUrl: string | null): string[] {
  if (where === 'production' || baseUrl === null) return []
  const host = /^https?:\/\/([^/]+)/.exec(baseUrl)?.[1]
  return host === undefined ? [] : [host]
}

export function isKnownUrl(text: string, { hosts }: Pick<Jumps, 'hosts'>): boolean {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return false
  }
  if (url.username !== '' || url.password !== '') return false
  return hosts.some(host =>
    host.includes(':')
      ? url.host === host && ['http:', 'https:'].includes(url.protocol)
      : url.protocol === 'https:' &&
        url.port === '' &&
        (url.hostname === host || url.hostname.endsWith(`.${host}`)),
  )
}

export function isKnown(handoff: Handoff, jumps: Jumps): boolean {
  switch (handoff.kind) {
    case 'plugin':
      return jumps.plugins.some(page => handoff.url === page || handoff.url.startsWith(`${page}?`))
    case 'miniProgram':
      return jumps.appIds.includes(handoff.appId)
    case 'qrImage':
    case 'webUrl':
      return isKnownUrl(handoff.url, jumps)
  }
}

/** The driver, with every way to the vendor looked at before it is handed on. */
export function guarded(driver: Driver, jumps: Jumps): Driver {
  const { openContract, batch } = driver
  return {
    ...driver,
    jumps,
    start: async request =>
      checked(await driver.start(request), each => each.kind === 'already' || isKnown(each.handoff, jumps)),
    ...(openContract && {
      openContract: async request => checked(await openContract(request), each => isKnown(each, jumps)),
    }),
    ...(batch && { batch: guardedBatch(batch, jumps) }),
  }
}

function guardedBatch(batch: BatchDriver, jumps: Jumps): BatchDriver {
  return {
    ...batch,
    prepared: async taskId =>
      checked(await batch.prepared(taskId), rows =>
        rows.every(({ url }) => url === '' || isKnownUrl(url, jumps)),
      ),
    link: async request =>
      checked(
        await batch.link(request),
        ({ app, qrImage, url, shortUrl }) =>
          isKnown(app, jumps) && [qrImage, url, shortUrl].every(each => isKnownUrl(each, jumps)),
      ),
  }
}

function checked<T>(outcome: Outcome<T>, isRight: (value: T) => boolean): Outcome<T> {
  return outcome.kind !== 'ok' || isRight(outcome.value) ? outcome : unknownJump
}

const unknownJump: Failure = {
  kind: 'misconfigured',
  code: 'JUMP_UNKNOWN',
  detail:
    'the way to the vendor leads to no known mini-program, plugin or host: see the setting …_LINK_HOSTS',
}
