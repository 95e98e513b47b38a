const { fork } = require('node:child_process')
const crypto = require('node:crypto')
const fs = require('node:fs')
const http = require('node:http')
const os = require('node:os')
const path = require('node:path')
const zlib = require('node:zlib')

/*
 * Plays an upload of dist/weapp with miniprogram-ci as it is: packed, signed and sent, to a servicewechat.com on this
 * machine that knows the public key. Run from the root of the project: node scripts/check-weapp/play-upload.cjs
 */
const appid = 'wx0123456789abcdef'
const release = '0.1.0+abc'
const randomString = 'a-random-string'
const keys = [0, 1].map(() =>
  crypto.generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }),
)
const [known, another] = keys

/** What is played, and what upload.cjs has to tell of it. */
const plays = [
  { what: 'uploaded', key: known.privateKey, told: { ok: true } },
  { what: 'a file that is no key', key: 'no key', told: { ok: false, code: 20002, inner: null, ip: null } },
  {
    what: 'the key of another',
    key: another.privateKey,
    told: { ok: false, code: 20003, inner: -1, ip: null },
  },
  {
    what: 'an address that is not allowed',
    key: known.privateKey,
    refuses: {
      errCode: -10008,
      errMsg: 'invalid ip: 203.0.113.9, reference: https://developers.weixin.qq.com',
    },
    told: { ok: false, code: 20003, inner: -10008, ip: '203.0.113.9' },
  },
]

/** Bytes of the package that came last. */
let received = 0
let refuses = null

const isOurs = signature => {
  try {
    const plain = crypto.publicDecrypt(known.publicKey, Buffer.from(signature, 'base64')).toString()
    return plain === JSON.stringify({ appid, rand_str: randomString })
  } catch {
    return false
  }
}
const wrongKey = { errCode: -1, errMsg: 'get new ticket fail: innerCode: -80002' }
const routes = {
  '/wxa/ci/getrandstr': () => ({ errCode: 0, data: { randomString } }),
  '/wxa/ci/getattr': body =>
    isOurs(JSON.parse(body).signature)
      ? { errCode: 0, data: { ...require('miniprogram-ci').DefaultProjectAttr, appName: 'played' } }
      : wrongKey,
  '/wxa/ci/upload': (body, query) => {
    if (refuses) return refuses
    received = body.length
    const packed = zlib.gunzipSync(body).toString('latin1')
    const [, signature] = /\{"signature":"([^"]+)"/.exec(packed) ?? []
    if (!isOurs(signature)) return wrongKey
    const said = [query.get('appid'), query.get('version'), query.get('desc'), query.get('robot')].join(' ')
    if (said !== `${appid} 0.1.0 ${release} 1`) return { errCode: -2, errMsg: said }
    return { errCode: 0, body: { subpackage_info: [] } }
  },
}

main().then(
  failed => process.exit(failed ? 1 : 0),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`)
    process.exit(1)
  },
)

async function main() {
  const server = http.createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url, 'http://x')
    const answer = routes[pathname]?.(Buffer.concat(chunks), searchParams) ?? {
      errCode: -3,
      errMsg: 'unknown',
    }
    response.end(JSON.stringify(answer))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'play-upload-'))
  let failed = false
  try {
    for (const play of plays) {
      refuses = play.refuses ?? null
      const file = path.join(work, 'private.key')
      fs.writeFileSync(file, play.key)
      const told = await upload(file, `http://127.0.0.1:${server.address().port}`)
      const isAsSaid = JSON.stringify(told) === JSON.stringify(play.told)
      failed ||= !isAsSaid
      process.stdout.write(`${isAsSaid ? '✓' : '✗'} ${play.what}: ${JSON.stringify(told)}\n`)
    }
  } finally {
    server.closeAllConnections()
    server.close()
    fs.rmSync(work, { recursive: true, force: true })
  }
  process.stdout.write(
    `${failed ? 'NOT uploaded' : 'uploaded'} as miniprogram-ci does it: ${received} bytes\n`,
  )
  return failed
}

function upload(key, address) {
  return new Promise(resolve => {
    const child = fork(
      path.join(__dirname, 'upload.cjs'),
      [appid, key, path.resolve('dist/weapp'), release],
      {
        silent: true,
        execArgv: ['--require', require.resolve('./lead.cjs')],
        env: { ...process.env, SERVICE_WECHAT: address },
      },
    )
    for (const stream of [child.stdout, child.stderr]) stream.resume()
    child.on('message', resolve)
    child.on('disconnect', () => resolve(null))
  })
}
