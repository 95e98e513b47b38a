import { BlockList, isIP } from 'node:net'

/**
 * Addresses nobody outside may make us talk to: IANA's special-purpose registries (RFC 6890 and its successors), with
 * the cloud's metadata service (169.254.169.254) and carrier-grade NAT among them.
 */
const special: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const refused = new BlockList()
for (const [net, prefix] of special) refused.addSubnet(net, prefix, 'ipv4')

/** Only global unicast, and of that no block that carries or stands for another address. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
const refused6 = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  refused6.addSubnet(net, prefix, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a machine on the internet may have this address. Mapped and translated forms of IPv4 are no such address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !refused.check(address, 'ipv4')
  // A list reads an address only up to a zero byte: what is none as a whole must not get there.
  return family === 6 && globalUnicast.check(address, 'ipv6') && !refused6.check(address, 'ipv6')
}

export function isLoopback(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Names that only a local network or a cloud's inside knows. */
const insideNames = /(^|\.)(localhost|local|internal|lan|home|arpa|intranet|corp)\.?$/i

/** Whether a host of a URL, name or address, may stand for a machine on the internet. What a name resolves to is another question. */
export function isPublicHost(hostname: string): boolean {
  const host = withoutBrackets(hostname)
  if (isIP(host) !== 0) return isPublicAddress(host)
  return host.includes('.') && !insideNames.test(host)
}

/** A host as a URL writes it, without the brackets of IPv6. */
export const withoutBrackets = (hostname: string): string => hostname.replace(/[[\]]/g, '')
