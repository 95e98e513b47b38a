/** Characters of the longest address there is. */
const longest = 45

/** Of the caller, as the gateway names it among the headers, whose names are in lower case; '' when it does not. */
export function callerAddress(headers: Readonly<Record<string, unknown>>): string {
  const named = [headers['x-real-ip'], headers['x-forwarded-for']].find(each => typeof each === 'string')
  const [first = ''] = typeof named === 'string' ? named.slice(0, 4096).split(',') : []
  return first.trim().slice(0, longest)
}
