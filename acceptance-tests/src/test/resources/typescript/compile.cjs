/**
 * Compiles one file and what it imports, as the tsconfig.json beside it says; answers with one line for each complaint.
 * This is the compiler's API, not its command: tsc ends the process it runs in, and that would be the test's.
 */
exports.compile = (compiler, folder, file) => {
  const ts = require(compiler);
  const complaints = [];
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (complaint) => complaints.push(complaint) };
  const project = ts.getParsedCommandLineOfConfigFile(`${folder}/tsconfig.json`, {}, host);
  if (project) {
    const program = ts.createProgram([`${folder}/${file}`], project.options);
    complaints.push(...project.errors, ...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics);
  }
  const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => folder, getNewLine: () => '\n' };
  return ts.sortAndDeduplicateDiagnostics(complaints).map((complaint) => ts.formatDiagnostic(complaint, format).trim());
};
