/** What the page hands to the simulator (runtime/types.ts `BootOptions`). */
export interface PhoneWorld {
  plugins?: Record<string, string>
  miniPrograms?: Record<string, string>
  miniProgramNames?: Record<string, string>
  downloadDomains?: string[]
  appId?: string
}

/**
 * The phone's page. URL parameters: `openid`, `path`, `query`, `scene`, `platform`, `language`; `theme=dark` or `light`,
 * `text=1.5` (the size of all type), `network=weak`, and `seed`, with which the same calls are lost every time.
 */
export function phoneHtml(options: PhoneWorld, base: string, openid: string): string {
  const { plugins = {}, miniPrograms = {}, miniProgramNames = {}, downloadDomains = [], appId } = options
  const world = { plugins, miniPrograms, miniProgramNames, downloadDomains, appId }
  const given = JSON.stringify(world).replace(/</g, '\\u003c')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light">
<title>手机</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/style.css">
</head>
<body>
<script src="${base}/simulator.js"></script>
<script src="${base}/app.js"></script>
<script>(${start})(${given}, ${JSON.stringify(base)}, ${JSON.stringify(openid)})</script>
</body>
</html>
`
}

/** Runs in the page, so it is plain JavaScript and knows nothing of this module. */
const start = `function (given, base, defaultOpenid) {
  const params = new URLSearchParams(location.search)
  const openid = params.get('openid') || defaultOpenid
  const launch = { query: {} }
  const [path, inPath] = (params.get('path') || '').split('?')
  if (path) launch.path = path
  if (params.get('scene')) launch.scene = Number(params.get('scene'))
  for (const pair of [inPath, params.get('query')].filter(Boolean).join('&').split('&').filter(Boolean)) {
    const at = pair.indexOf('=')
    launch.query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  const send = (path, type, body) => fetch(base + path, { method: 'POST', headers: { 'content-type': type, 'x-wx-openid': openid }, body })
  const weak = params.get('network') === 'weak'
  const seed = params.get('seed')
  const asked = {}
  window.__lost = []
  async function post(path, type, body, call = path.split('?')[0]) {
    const lost = weak ? await weakNetwork(call) : 'nothing'
    if (lost === 'question') throw { errCode: -1, errMsg: 'request fail timeout' }
    const response = await send(path, type, body)
    if (lost === 'answer') throw { errCode: -1, errMsg: 'request fail timeout' }
    const text = await response.text()
    let answer = null
    try { answer = JSON.parse(text) } catch {}
    if (!response.ok) throw { errCode: (answer && answer.errCode) || -1, errMsg: (answer && answer.errMsg) || 'request failed ' + response.status }
    return answer
  }
  async function download(url) {
    const response = await send('/download', 'text/plain', url)
    if (!response.ok) throw { errMsg: (await response.json()).errMsg }
    return { statusCode: Number(response.headers.get('x-download-status')), content: new Uint8Array(await response.arrayBuffer()) }
  }
  // Two seconds, and one in five is lost: on its way there as often as on its way back.
  async function weakNetwork(call) {
    await new Promise(resolve => setTimeout(resolve, 2000))
    const drawn = seed === null ? Math.random() : fate(call)
    const lost = drawn < 0.1 ? 'question' : drawn < 0.2 ? 'answer' : 'nothing'
    if (lost !== 'nothing') window.__lost.push(lost + ' of ' + call)
    return lost
  }
  // From the seed, what is called and for which time: whatever is asked in between changes nothing.
  function fate(call) {
    asked[call] = (asked[call] || 0) + 1
    let hash = 0
    for (const sign of seed + ' ' + call + ' ' + asked[call]) hash = Math.imul(hash ^ sign.charCodeAt(0), 2654435761) ^ (hash >>> 15)
    return (Math.imul(hash ^ (hash >>> 16), 2246822507) >>> 0) / 4294967296
  }
  const tell = event => { if (window.parent !== window) window.parent.postMessage({ phone: 1, ...event }, '*') }
  const sim = __wxboot(__WXAPP__, {
    ...given,
    launch,
    platform: params.get('platform') === 'windows' ? 'windows' : 'ios',
    language: params.get('language') || 'zh_CN',
    theme: { light: 'light', dark: 'dark' }[params.get('theme')],
    textScale: Number(params.get('text')) || 1,
    storage: __wxstorage('phone:' + openid + ':'),
    cloud: (name, data) => post('/cloud/' + name, 'application/json', JSON.stringify(data), (data && data.action) || name),
    upload: async (cloudPath, content) => (await post('/files?cloudPath=' + encodeURIComponent(cloudPath), 'application/octet-stream', content)).fileID,
    fileUrl: async fileID => (await post('/file-url', 'text/plain', fileID)).url || '',
    removeFiles: fileIDs => post('/remove-files', 'application/json', JSON.stringify(fileIDs)),
    download,
    phoneCode: async phoneNumber => (await post('/phone-code', 'application/json', JSON.stringify({ phoneNumber }))).code,
    subscribe: async templates => (await post('/subscribe', 'application/json', JSON.stringify({ templates }))).answers,
    echo: params.has('echo'),
    onEvent: tell,
  })
  window.__sim = sim
}`
