#!/usr/bin/env node
// Runs the forge binary that npm installed for this machine. The package @foundry-rs/forge would do the same, but it names
// packages for machines that are not in every registry, and `npm ci` refuses a lock file without them.
const { spawnSync } = require('child_process');
const path = require('path');

const machine = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
const name = `@foundry-rs/forge-${machine}`;
let folder;
try {
  folder = path.dirname(require.resolve(name + '/package.json'));
} catch {
  console.error(`forge.js: ${name} is not installed; run npm ci, or use a forge of your own on a machine without one`);
  process.exit(1);
}
const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'forge.exe' : 'forge');
const run = spawnSync(binary, process.argv.slice(2), { stdio: 'inherit' });
if (run.error) console.error('forge.js: ' + run.error.message);
process.exit(run.status ?? 1);
