import { isPublicAddress } from './publicAddress'

/** Characters of the longest address there is. */
const longest = 45

/**
 * Of the caller, as each of the headers tells that gateways write; names in lower case. A gateway adds whom it heard
 * from at the end of `X-Forwarded-For`: what stands before that the caller may have made up, and inner proxies behind it
 * are no callers. Which of the two headers WeChat's gateway writes is not documented, so whoever makes up the one is
 * still known by the other. Empty where none is there.
 */
export function callerAddresses(headers: Readonly<Record<string, unknown>>): string[] {
  const forwarded = textOf(headers['x-forwarded-for'])
    .split(',')
    .map(each => each.trim())
    .reverse()
  const heard = forwarded.find(isPublicAddress) ?? forwarded[0]
  const all = [textOf(headers['x-real-ip']).trim(), textOf(heard)].map(each => each.slice(0, longest))
  return [...new Set(all.filter(Boolean))]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(-4096) : '')
