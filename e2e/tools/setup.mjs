// What the tests share: where the chain is, whose money they use, the contracts that forge compiled, how they wait.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

/** Reads a variable that must be set. */
export function need(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set, see docs/tools.md`)
  return value
}

export const url = () => need('ASHLAR_L2_URL')
export const wsUrl = () => need('ASHLAR_L2_WS')

/** The key of an account with ETH. Each tool has its own so that they can run at the same time. */
export const privateKey = (tool) => process.env[`ASHLAR_KEY_${tool}`] ?? need('ASHLAR_KEY')

export const timeoutMs = Number(process.env.ASHLAR_TIMEOUT_SECONDS ?? 300) * 1000

/** What `forge build` wrote about a contract. */
export function artifact(name) {
  const { abi, bytecode, deployedBytecode } = JSON.parse(readFileSync(new URL(`foundry/out/${name}.sol/${name}.json`, import.meta.url)))
  return { abi, bytecode: bytecode.object, deployed: deployedBytecode.object, immutables: deployedBytecode.immutableReferences }
}

/** A contract's code with its immutables set to zero: what a verifier compares with the compiler's output. */
export function withoutImmutables(code, immutables) {
  const bytes = Buffer.from(code.slice(2), 'hex')
  for (const places of Object.values(immutables)) for (const { start, length } of places) bytes.fill(0, start, start + length)
  return '0x' + bytes.toString('hex')
}

/** Calls probe until it gives something, at most timeoutMs. */
export async function until(what, probe, everyMs = 50) {
  const end = Date.now() + timeoutMs
  for (;;) {
    const got = await probe()
    if (got) return got
    if (Date.now() > end) throw new Error(`${what}: nothing after ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Sends one JSON-RPC request as it is, for answers that libraries hide. */
export async function rpc(method, ...params) {
  const response = await fetch(url(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) })
  const answer = await response.json()
  assert.equal(answer.id, 1)
  return answer
}

/** The first block in which L1 gave an account money: one of the first, because a development network's accounts are funded when it starts. */
export async function fundedIn(address) {
  const head = parseInt((await rpc('eth_blockNumber')).result)
  for (let number = 1; number <= head; number++) {
    const { result } = await rpc('eth_getBlockByNumber', '0x' + number.toString(16), true)
    if (result.transactions.some((t) => t.type === '0x7f' && t.to === address.toLowerCase())) return number
  }
  throw new Error(`L1 has given ${address} nothing`)
}

export const stranger = '0x00000000000000000000000000000000000aBCdE'
export const dead = '0x000000000000000000000000000000000000dEaD'
