/**
 * `SHIPPING_STAND_IN`: where Tencent's and WeChat's APIs and the HTTP access are played (`npm run sandbox:tencent`);
 * null: the real ones. Throws when it is on another machine: keys would be shown to it.
 */
export function standIn(env: Record<string, string | undefined>): string | null {
  const { SHIPPING_STAND_IN: url } = env
  if (!url) return null
  if (/^http:\/\/127\.0\.0\.1:\d+$/.test(url)) return url
  throw new Error('SHIPPING_STAND_IN 只能是本机(this machine only):http://127.0.0.1:<端口>')
}
