/** Closes a run with one plain line, whatever Jest's own summary looks like. */
class TotalReporter {
  onRunComplete(_contexts, results) {
    const failedSuites = results.testResults.filter((suite) => suite.testExecError).length;
    const failed = results.numFailedTests + failedSuites;
    process.stderr.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
}

module.exports = TotalReporter;
