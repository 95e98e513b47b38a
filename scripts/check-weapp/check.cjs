const fs = require('node:fs')
const https = require('node:https')
const os = require('node:os')
const path = require('node:path')
const { stripVTControlCharacters } = require('node:util')

/*
 * WeChat's own upload checks on dist/weapp, without WeChat: miniprogram-ci compiles the package and judges its
 * quality. Run from the root of the project: node scripts/check-weapp/check.cjs [folder]
 * Ends with 1 when the package would be refused; advice is only printed.
 */

/** Rules whose breach is a matter of taste. The others stop an upload, a review, or slow the start. */
const advisory = /^CONTAINS_/
/** What the main package and each subpackage may weigh on upload, bytes. */
const largestPackage = 2 * 1024 * 1024

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`)
    process.exit(1)
  },
)

async function main() {
  const folder = path.resolve(process.argv[2] ?? 'dist/weapp')
  if (!fs.existsSync(path.join(folder, 'app.json'))) {
    process.stderr.write(`${folder} holds no app.json: run \`npm run build\` first\n`)
    return 1
  }
  stayOffline()
  const quiet = silence()
  const ci = require('miniprogram-ci')
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'check-weapp-'))
  const failures = []
  const advice = []
  try {
    const project = offlineProject(ci, folder, work)
    const failure = await compile(ci, project, path.join(work, 'package.zip'))
    if (failure) failures.push(failure)
    for (const rule of failure ? [] : await ci.checkCodeQuality(project)) {
      if (rule.name === 'PACKAGE_SIZE_LIMIT') failures.push(...tooHeavy(rule.detail))
      if (rule.success) continue
      const text = [rule.name, rule.text, describe(rule.detail)].filter(Boolean).join(': ')
      if (advisory.test(rule.name)) advice.push(text)
      else failures.push(text)
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
    quiet.end()
  }
  for (const each of advice) process.stdout.write(`advice   ${each}\n`)
  for (const each of failures) process.stderr.write(`problem  ${each}\n`)
  process.stdout.write(
    failures.length === 0 ? 'WeChat would accept the package\n' : 'WeChat would refuse the package\n',
  )
  return failures.length === 0 ? 0 : 1
}

/** It looks for a newer list of file types at WeChat's; refused at once, it takes the one it was shipped with. */
function stayOffline() {
  https.request = () => {
    throw new Error('this check works offline')
  }
}

/** `attr()` would ask WeChat's servers; the key file is demanded and never read. */
function offlineProject(ci, folder, work) {
  const privateKeyPath = path.join(work, 'unused.pem')
  fs.writeFileSync(privateKeyPath, 'unused')
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
  project.attr = async () => ({
    ...ci.DefaultProjectAttr,
    gameApp: false,
    appName: 'offline',
    appImageUrl: '',
  })
  return project
}

/** Returns what is wrong, or null. */
async function compile(ci, project, zip) {
  // Syntax errors of JS, WXML and WXSS are only found with these three on.
  const setting = { es6: true, minifyWXML: true, minifyWXSS: true }
  try {
    await ci.getCompiledResult({ project, desc: '', version: '1.0.0', setting, onProgressUpdate() {} }, zip)
    return null
  } catch (error) {
    return [error?.path, stripVTControlCharacters(String(error?.message ?? error)).trim()]
      .filter(Boolean)
      .join(': ')
  }
}

function tooHeavy(sizes) {
  return Object.entries(sizes ?? {})
    .filter(([, bytes]) => bytes > largestPackage)
    .map(([name, bytes]) => `${name} weighs ${bytes} bytes, more than 2 MiB`)
}

function describe(detail) {
  if (detail === undefined || detail === null) return ''
  const text = typeof detail === 'string' ? detail : JSON.stringify(detail)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

/** miniprogram-ci reports its own progress on the console. */
function silence() {
  const names = ['log', 'info', 'warn', 'error']
  const before = names.map(name => console[name])
  for (const name of names) console[name] = () => {}
  return {
    end() {
      names.forEach((name, at) => {
        console[name] = before[at]
      })
    },
  }
}
