// Foundry: forge deploys, runs a script and tests on the chain's state; cast reads, sends and replays.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import test, { before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { privateKeyToAddress } from 'viem/accounts'
import { artifact, fundedIn, privateKey, rpc, stranger, timeoutMs, until, url, withoutImmutables } from './setup.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const machine = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
const castBinary = join(dirname(createRequire(import.meta.url).resolve(`@foundry-rs/cast-${machine}/package.json`)), 'bin', 'cast')
const env = { ...process.env, ETH_RPC_URL: url(), ETH_RPC_TIMEOUT: String(timeoutMs / 1000), ETH_TIMEOUT: String(timeoutMs / 1000), FOUNDRY_DISABLE_NIGHTLY_WARNING: '1', NO_COLOR: '1' }
const ledgerArtifact = artifact('Ledger')
const key = privateKey('FOUNDRY')
const me = privateKeyToAddress(key)
const create2 = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
let ledger, creation, createdAt

/** Runs a program; what it prints, or an error that holds it. */
async function run(program, args, more = {}) {
  const { stdout } = await promisify(execFile)(program, args, { cwd: here, env: { ...env, ...more }, timeout: timeoutMs, maxBuffer: 64 << 20 })
  return stdout.trim()
}

const cast = (...args) => run(castBinary, args)
const forge = (args, more) => run(process.execPath, [join(here, '../../contracts/tool/forge.js'), ...args], more)
const send = async (...args) => JSON.parse(await cast('send', '--json', '--private-key', key, ...args))
const total = async (...more) => BigInt((await cast('call', ledger, 'total()(uint256)', ...more)).split(' ')[0])

before(async () => {
  const made = JSON.parse(await forge(['create', 'hardhat/contracts/Ledger.sol:Ledger', '--json', '--broadcast', '--rpc-url', url(), '--private-key', key, '--value', '7', '--constructor-args', '1000000000000000000', 'by forge create']))
  ledger = made.deployedTo
  creation = made.transactionHash
  createdAt = Number(await cast('receipt', creation, 'blockNumber'))
  await send(ledger, 'deposit(string)', 'first', '--value', '3')
})

test('forge create', async () => {
  assert.equal(withoutImmutables(await cast('code', ledger), ledgerArtifact.immutables), ledgerArtifact.deployed)
  assert.equal(await cast('compute-address', me, '--nonce', await cast('tx', creation, 'nonce')), `Computed Address: ${ledger}`)
})

test('forge script --broadcast', async () => {
  // Twice: the second run goes on from what the first did.
  for (let i = 0; i < 2; i++) {
    const before = Number(await cast('nonce', me))
    const out = await forge(['script', 'foundry/script/Deploy.s.sol', '--tc', 'Deploy', '--broadcast', '--slow', '--rpc-url', url(), '--private-key', key])
    assert.match(out, /ONCHAIN EXECUTION COMPLETE & SUCCESSFUL/)
    assert.equal(Number(await cast('nonce', me)), before + 5)
    const [, made] = out.match(/ledger: contract Ledger (0x[0-9a-fA-F]{40})/)
    const [, batcher] = out.match(/batcher: contract Batcher (0x[0-9a-fA-F]{40})/)
    assert.equal((await cast('call', made, 'total()(uint256)')).split(' ')[0], '2000000005')
    assert.equal(await cast('code', batcher), artifact('Batcher').deployed)
  }
})

test('forge test --fork-url', async () => {
  const out = await forge(['test', '--fork-url', url(), '--no-storage-caching'], { LEDGER: ledger, LEDGER_BLOCK: String(createdAt), CHAIN_ID: await cast('chain-id') })
  assert.match(out, /3 tests passed, 0 failed/)
})

test('cast: blocks, accounts, fees', async () => {
  assert.equal(await cast('chain-id'), String(parseInt((await rpc('eth_chainId')).result)))
  assert.ok((await cast('client')).length > 0)
  const final = Number(await cast('block-number', 'finalized')) // before the head, which moves on
  const head = Number(await cast('block-number'))
  assert.ok(head >= createdAt && head >= final)
  const block = JSON.parse(await cast('block', String(createdAt), '--json'))
  assert.ok(block.transactions.includes(creation))
  assert.equal(await cast('block', block.hash, '--field', 'number'), String(createdAt))
  assert.ok(Number(await cast('find-block', String(Number(block.timestamp) + 1))) >= createdAt)
  assert.equal(BigInt(await cast('base-fee', String(createdAt))), BigInt(block.baseFeePerGas))
  assert.ok(BigInt(await cast('gas-price')) > 0n)
  assert.ok(BigInt(await cast('balance', me)) > 10n ** 20n)
  assert.equal(await cast('balance', ledger, '--block', String(createdAt)), '7')
  assert.ok(Number(await cast('nonce', me)) > 0)
  assert.equal(await cast('codesize', ledger), String(ledgerArtifact.deployed.length / 2 - 1))
  assert.equal(await cast('codehash', ledger), await cast('keccak', await cast('code', ledger)))
  assert.equal(await cast('storage', ledger, '0', '--block', String(createdAt)), '0x' + '7'.padStart(64, '0'))
  assert.equal(await cast('rpc', 'net_version'), `"${await cast('chain-id')}"`)
  assert.ok(JSON.parse(await cast('tx-pool', 'status')).pending)
  assert.ok(Number(await cast('codesize', create2)) > 0)
})

test('cast: transactions that L1 requested', async () => {
  const { transactions } = JSON.parse(await cast('block', String(await fundedIn(me)), '--full', '--json'))
  const deposit = transactions.find((t) => t.to === me.toLowerCase())
  assert.equal(deposit.type, '0x7f')
  assert.equal(JSON.parse(await cast('receipt', deposit.hash, '--json')).type, '0x7f')
  assert.equal(JSON.parse(await cast('tx', deposit.hash, '--json')).value, deposit.value)
})

test('cast send, call, estimate, access-list', async () => {
  for (const [type, more] of [['0x0', ['--legacy']], ['0x1', ['--legacy', '--access-list']], ['0x2', []], ['0x2', ['--access-list']]]) {
    const before = await total()
    const receipt = await send(ledger, 'deposit(string)', 'typed', '--value', '1', ...more)
    assert.equal(receipt.status, '0x1')
    assert.equal(receipt.type, type)
    assert.equal(await total(), before + 1n)
  }
  assert.ok(Number(await cast('estimate', ledger, 'deposit(string)', 'x', '--value', '1', '--from', me)) > 21000)
  assert.match(await cast('access-list', ledger, 'deposit(string)', 'x', '--value', '1', '--from', me), new RegExp(`address: ${ledger}`))
  assert.equal(await total('--override-state-diff', `${ledger}:0:42`), 42n)
  assert.equal(await cast('call', stranger, '--override-code', `${stranger}:0x425f5260205ff3`, '--block.time', '4000000000'), '0x' + (4_000_000_000).toString(16).padStart(64, '0'))
  await assert.rejects(cast('call', ledger, 'withdraw(uint256)', '1000000', '--from', stranger), /InsufficientBalance|db42144d/)
  await assert.rejects(cast('call', ledger, 'fail(uint256)', '1'), /a reason in words/)
  await assert.rejects(send(ledger, 'fail(uint256)', '3'), /assertion failed|0x01|reverted/)
  const created = await send('--create', ledgerArtifact.bytecode + (await cast('abi-encode', 'f(uint256,string)', '5', 'by cast')).slice(2))
  assert.equal(await cast('call', created.contractAddress, 'motto()(string)'), '"by cast"')
  const raw = await cast('mktx', ledger, 'deposit(string)', 'raw', '--value', '1', '--private-key', key)
  assert.equal(JSON.parse(await cast('publish', '--json', raw)).status, '0x1')
  await assert.rejects(cast('publish', raw), /nonce too low|already known/)
})

test('cast send --auth', async () => {
  const { contractAddress } = await send('--create', artifact('Batcher').bytecode)
  const { private_key: ownerKey, address: owner } = JSON.parse(await cast('wallet', 'new', '--json'))[0]
  const auth = await cast('wallet', 'sign-auth', contractAddress, '--private-key', ownerKey, '--nonce', '0')
  const receipt = await send(owner, '--auth', auth, '--value', '1')
  assert.equal(receipt.type, '0x4')
  assert.equal(await cast('code', owner), '0xef0100' + contractAddress.slice(2).toLowerCase())
  assert.equal(JSON.parse(await cast('tx', receipt.transactionHash, '--json')).authorizationList[0].address, contractAddress.toLowerCase())
})

test('cast receipt, tx, logs', async () => {
  const receipt = JSON.parse(await cast('receipt', creation, '--json'))
  assert.equal(receipt.contractAddress.toLowerCase(), ledger.toLowerCase())
  assert.ok((await cast('tx', creation, 'input')).startsWith(ledgerArtifact.bytecode))
  assert.ok((await cast('tx', creation, '--raw')).startsWith('0x02'))
  const logs = JSON.parse(await cast('logs', '--json', '--address', ledger, '--from-block', String(createdAt), 'Deposited(address indexed,uint256,string)', me))
  assert.ok(logs.length >= 2)
  assert.equal(logs[0].transactionHash, creation)
  assert.equal(await cast('logs', '--json', '--address', ledger, '--from-block', String(createdAt), 'Deposited(address indexed,uint256,string)', stranger), '[]')
})

test('cast run, call --trace, traces of the node', async () => {
  for (const more of [[], ['--quick']]) {
    const out = await cast('run', creation, ...more)
    assert.match(out, /Transaction successfully executed/)
    assert.match(out, /Deposited/)
  }
  assert.match(await cast('call', '--trace', ledger, 'total()(uint256)'), /total\(\)/)
  const trace = JSON.parse(await cast('rpc', 'debug_traceTransaction', creation, '{"tracer":"callTracer"}'))
  assert.equal(trace.type, 'CREATE')
  const failed = await send(ledger, 'withdraw(uint256)', '1000000000', '--gas-limit', '200000').catch((e) => e)
  const hash = failed.transactionHash ?? /0x[0-9a-f]{64}/.exec(failed.stdout + failed.stderr)?.[0]
  assert.match(await cast('run', hash), /InsufficientBalance|db42144d/)
})

test('cast proof', async () => {
  const check = async (block) => {
    const proof = JSON.parse(await cast('proof', ledger, '0x0', '--block', block))
    assert.equal(BigInt(proof.storageProof[0].value), await total('--block', block))
    assert.equal(BigInt(proof.balance), BigInt(await cast('balance', ledger, '--block', block)))
  }
  const head = await cast('block-number')
  for (let block = createdAt; block <= Number(head); block += 3) await check(String(block))
  await check(head)
  const block = await until('finalized block after the deployment', async () => {
    const number = Number(await cast('block-number', 'finalized'))
    return number >= createdAt && String(number)
  })
  await check(block)
})
