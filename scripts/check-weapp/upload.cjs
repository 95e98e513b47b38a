const ci = require('miniprogram-ci')

/*
 * Uploads a built mini-program as trial version. Called by `npm run deploy`:
 * node scripts/check-weapp/upload.cjs <appid> <private key file> <folder> <release>
 */
const [appid, privateKeyPath, projectPath, release] = process.argv.slice(2)
/** Each robot has a trial version of its own; a person's upload is none of them. */
const robot = 1

const project = new ci.Project({
  appid,
  type: 'miniProgram',
  projectPath,
  privateKeyPath,
  ignores: ['node_modules/**/*'],
})

ci.upload({
  project,
  version: release.split('+')[0],
  desc: release,
  robot,
  setting: { useProjectConfig: true },
  onProgressUpdate() {},
}).then(
  () => process.stdout.write(`uploaded ${release}\n`),
  error => {
    process.stderr.write(`miniprogram-ci: ${error?.code ?? error?.errCode ?? error?.message ?? 'failed'}\n`)
    process.exit(1)
  },
)
