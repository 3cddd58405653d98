// Keeps the comment above every custom error equal to its selector, so that a revert can be found with grep.
//
//   node tool/selectors.js           check src/
//   node tool/selectors.js --write   correct the comments
//
// Only errors with elementary arguments are understood, which is all that this project uses.
const fs = require('fs');
const path = require('path');
const { keccak256 } = require('js-sha3');

const root = path.join(__dirname, '..');
const write = process.argv.includes('--write');
const line = /^([ \t]*)(?:\/\/ 0x[0-9a-f]{8}\n[ \t]*)?error (\w+)\(([^)]*)\);/gm;

function selector(name, args) {
  const types = args.split(',').map((a) => a.trim().split(/\s+/)[0]).filter((t) => t !== '');
  return '0x' + keccak256(`${name}(${types.join(',')})`).slice(0, 8);
}

let wrong = 0;
for (const f of fs.readdirSync(path.join(root, 'src'), { recursive: true })) {
  if (!f.endsWith('.sol')) continue;
  const file = path.join(root, 'src', f);
  const before = fs.readFileSync(file, 'utf8');
  const after = before.replace(line, (_, indent, name, args) =>
    `${indent}// ${selector(name, args)}\n${indent}error ${name}(${args});`);
  if (before === after) continue;
  wrong++;
  if (write) fs.writeFileSync(file, after);
  else console.error(`src/${f}: selector comments are wrong; run node tool/selectors.js --write`);
}
process.exitCode = wrong > 0 && !write ? 1 : 0;
