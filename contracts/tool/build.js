// Compiles src/ with the pinned npm solc and writes one artifact per deployable contract to artifacts/.
//
//   node tool/build.js                 everything
//   node tool/build.js src/chain ...   only what lies under these paths (and what it imports)
//
// An artifact holds abi, bytecode, deployedBytecode, immutable references, storage layout, and of solc's metadata the
// compiler version, the settings and the keccak256 of every source, by which a Go test finds stale artifacts.
const fs = require('fs');
const path = require('path');
const solc = require('solc');

const root = path.join(__dirname, '..');
const outDir = path.join(root, 'artifacts');

// Contracts of OpenZeppelin that a deployment uses as they are.
const libraryContracts = {
  '@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol': 'ERC1967Proxy',
  '@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol': 'BeaconProxy',
  '@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol': 'UpgradeableBeacon',
  '@openzeppelin/contracts/governance/TimelockController.sol': 'TimelockController',
};

const settings = {
  viaIR: true,
  evmVersion: 'osaka',
  optimizer: { enabled: true, runs: 200 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
};

function solidityFiles(dir) {
  if (dir.endsWith('.sol')) return [dir];
  return fs.readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((e) => {
    const name = dir + '/' + e.name;
    if (e.isDirectory()) return solidityFiles(name);
    return e.name.endsWith('.sol') ? [name] : [];
  });
}

function readImport(name) {
  for (const p of [path.join(root, name), path.join(root, 'node_modules', name)]) {
    if (fs.existsSync(p)) return { contents: fs.readFileSync(p, 'utf8') };
  }
  return { error: 'not found: ' + name };
}

function compile(files) {
  const sources = {};
  for (const f of files) sources[f] = { content: readImport(f).contents };
  const outputSelection = {
    '*': { '*': ['abi', 'metadata', 'storageLayout', 'evm.bytecode.object', 'evm.deployedBytecode'] },
  };
  const input = { language: 'Solidity', sources, settings: { ...settings, outputSelection } };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const errors = output.errors || [];
  const ours = (e) => !e.sourceLocation || !e.sourceLocation.file.startsWith('@openzeppelin/');
  for (const e of errors.filter((e) => e.severity === 'error' || ours(e))) console.error(e.formattedMessage);
  if (errors.some((e) => e.severity === 'error')) process.exit(1);
  return output.contracts;
}

function sortedSources(metadata) {
  const names = Object.keys(metadata.sources).sort();
  return Object.fromEntries(names.map((n) => [n, metadata.sources[n].keccak256]));
}

function storage(layout) {
  // AST ids differ from one compilation to the next; labels, slots and types do not.
  const strip = (type) => type.replace(/(struct|enum|contract)\(([^)]*)\)\d+/g, '$1($2)');
  return layout.storage.map((s) => ({ label: s.label, slot: s.slot, offset: s.offset, type: strip(s.type) }));
}

function artifact(source, name, c) {
  const metadata = JSON.parse(c.metadata);
  return {
    contractName: name,
    sourceName: source,
    abi: c.abi,
    bytecode: '0x' + c.evm.bytecode.object,
    deployedBytecode: '0x' + c.evm.deployedBytecode.object,
    immutableReferences: Object.values(c.evm.deployedBytecode.immutableReferences || {}).flat(),
    storageLayout: storage(c.storageLayout),
    metadata: { compiler: metadata.compiler.version, settings, sources: sortedSources(metadata) },
  };
}

function wanted(source, name, c, files) {
  // A library of internal functions has an empty shell as its code, and nothing but errors in its interface.
  const callable = c.abi.some((e) => ['function', 'constructor', 'fallback', 'receive'].includes(e.type));
  if (c.evm.bytecode.object === '' || !callable) return false;
  return files.includes(source) && (!libraryContracts[source] || libraryContracts[source] === name);
}

const paths = process.argv.slice(2);
const all = paths.length === 0;
const files = (all ? ['src'] : paths).flatMap(solidityFiles).concat(all ? Object.keys(libraryContracts) : []);
const contracts = compile(files);

fs.mkdirSync(outDir, { recursive: true });
const written = new Map();
for (const [source, named] of Object.entries(contracts)) {
  for (const [name, c] of Object.entries(named)) {
    if (!wanted(source, name, c, files)) continue;
    if (written.has(name)) throw new Error(`two contracts named ${name}: ${written.get(name)} and ${source}`);
    written.set(name, source);
    fs.writeFileSync(path.join(outDir, name + '.json'), JSON.stringify(artifact(source, name, c), null, 1) + '\n');
    const size = c.evm.deployedBytecode.object.length / 2;
    console.log(`${name.padEnd(28)} ${String(size).padStart(6)} bytes  ${source}`);
    if (size > 24576) {
      console.error(`${name}: larger than the 24,576 bytes that EIP-170 allows`);
      process.exitCode = 1;
    }
  }
}
if (all) {
  for (const f of fs.readdirSync(outDir)) {
    if (f.endsWith('.json') && !written.has(f.slice(0, -5))) fs.unlinkSync(path.join(outDir, f));
  }
}
