const { existsSync, readFileSync } = require('node:fs')
const Database = require('libsql')

/**
 * Preloaded with `--require`: what the local cloud writes fails as on a full disk, or takes so many milliseconds, while
 * a file says `full` or `slow <ms>`; with `die <n>` the process is killed at the n-th write. What it reads is in memory.
 */
const file = process.env.DISK_FILE
let writes = 0
const pause = new Int32Array(new SharedArrayBuffer(4))

function beforeWrite() {
  if (!file || !existsSync(file)) return
  const [how, ms] = readFileSync(file, 'utf8').split(' ')
  if (how === 'full') throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  if (how === 'die' && ++writes >= Number(ms)) process.kill(process.pid, 'SIGKILL')
  if (how === 'slow') Atomics.wait(pause, 0, 0, Number(ms))
}

const { prepare } = Database.prototype
Database.prototype.prepare = function prepareWatched(sql) {
  const statement = prepare.call(this, sql)
  const { run } = statement
  statement.run = function runWatched(...values) {
    beforeWrite()
    return run.apply(this, values)
  }
  return statement
}
