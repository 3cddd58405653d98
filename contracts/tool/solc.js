#!/usr/bin/env node
// Presents npm's solc (WebAssembly) to forge as if it were the native compiler: `--version` and
// `--standard-json` on stdin. Nothing is downloaded and no path outside this folder is needed.
const fs = require('fs');
const path = require('path');
const solc = require('solc');

const args = process.argv.slice(2);
if (args.includes('--version')) {
  console.log('solc, the solidity compiler commandline interface');
  console.log('Version: ' + solc.version().replace('Emscripten.clang', 'Linux.g++'));
  process.exit(0);
}
if (!args.includes('--standard-json')) {
  console.error('solc.js: only --version and --standard-json are understood, got ' + JSON.stringify(args));
  process.exit(1);
}

const root = path.join(__dirname, '..');
const base = args.includes('--base-path') ? args[args.indexOf('--base-path') + 1] : process.cwd();

function read(name) {
  const places = [path.join(base, name), name, path.join(root, 'node_modules', name)];
  const found = places.find((p) => fs.existsSync(p));
  return found ? { contents: fs.readFileSync(found, 'utf8') } : { error: 'not found: ' + name };
}

// A pipe may refuse a large write for the moment (EAGAIN), so write until everything is out.
const out = Buffer.from(solc.compile(fs.readFileSync(0, 'utf8'), { import: read }));
for (let done = 0; done < out.length; ) {
  try {
    done += fs.writeSync(1, out, done);
  } catch (err) {
    if (err.code !== 'EAGAIN') throw err;
  }
}
