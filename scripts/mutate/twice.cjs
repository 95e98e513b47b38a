/**
 * Runs the tests of a room twice in one process and says which of them pass the first time only: Stryker runs them
 * thousands of times, and a test that fails by itself would count as one that sees.
 */
const path = require('node:path')
const Mocha = require('mocha')

async function main() {
  const mocha = new Mocha({ reporter: 'min', timeout: 60_000 })
  mocha.cleanReferencesAfterRun(false)
  mocha.addFile(path.join(__dirname, 'tests.cjs'))
  await mocha.loadFilesAsync()
  for (const time of ['first', 'second']) {
    const failed = []
    await new Promise(resolve => {
      const runner = mocha.reporter(class {}).run(resolve)
      runner.on('fail', test => failed.push(test.fullTitle()))
    })
    for (const title of failed) console.log(`${time} time: ${title}`)
    if (failed.length > 0) process.exitCode = 1
  }
  process.exit()
}

main()
