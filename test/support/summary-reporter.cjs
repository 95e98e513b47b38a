/** Prints `N passed, N failed` as the last line of a run, for people and for CI; what was skipped stands above it. */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests ? `\n${results.numPendingTests} skipped` : ''
    process.stderr.write(`${skipped}\n${results.numPassedTests} passed, ${failed} failed\n`)
  }
}
