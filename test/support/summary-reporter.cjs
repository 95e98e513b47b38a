/** Prints `N passed, N failed` as the last line of a run, for people and for CI. */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests ? `, ${results.numPendingTests} skipped` : ''
    process.stderr.write(`\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`)
  }
}
