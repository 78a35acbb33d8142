/** Ends a run with one plain line, after Jest's own summary. */
class TotalReporter {
  onRunComplete(_contexts, results) {
    const brokenFiles = results.testResults.filter((file) => file.testExecError).length;
    const failed = results.numFailedTests + brokenFiles;
    process.once('exit', () => {
      process.stderr.write(`${results.numPassedTests} passed, ${failed} failed\n`);
    });
  }
}

module.exports = TotalReporter;
