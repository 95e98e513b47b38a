/** `?a=1&b=2` of what is there; '' of nothing. */
export function queryText(of: Readonly<Record<string, string | null | undefined>>): string {
  const pairs = Object.entries(of).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
