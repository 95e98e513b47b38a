const ci = require('miniprogram-ci')

/*
 * Uploads a built mini-program as trial version. Forked by `npm run deploy`, which it tells how it went:
 * upload.cjs <appid> <private key file> <folder> <release>
 */
const [appid, privateKeyPath, projectPath, release] = process.argv.slice(2)
/** Each robot has a trial version of its own; a person's upload is none of them. */
const robot = 1

main().then(
  () => tell({ ok: true }),
  error => tell({ ok: false, ...reasonOf(error) }),
)

async function main() {
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
  await ci.upload({
    project,
    version: release.split('+')[0],
    desc: release,
    robot,
    setting: { useProjectConfig: true },
    onProgressUpdate() {},
  })
}

/**
 * Of `CodeError`s of miniprogram-ci 2.1.42: its own number, and within the text WeChat's, as in `{"errCode":-10008,
 * "errMsg":"invalid ip: 203.0.113.7, reference: …"}`. The text itself may hold tickets and stays here.
 */
function reasonOf(error) {
  const text = String(error?.message ?? '')
  const [, inner] = /errCode"?:\s*(-?\d{1,9})/.exec(text) ?? []
  const [, ip] = /invalid ip: ([\da-fA-F.:]{2,45}?),?(?:\s|"|$)/.exec(text) ?? []
  return { code: Number(error?.code) || 0, inner: inner === undefined ? null : Number(inner), ip: ip ?? null }
}

/** The process has threads that would keep it alive. */
function tell(answer) {
  process.send(answer, () => process.exit(0))
}
