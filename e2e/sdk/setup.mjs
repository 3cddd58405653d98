// What the tests share: where the chain is, whose money they use, the contract they deploy, how they wait.
import { readFileSync } from 'node:fs'

/** Reads a variable that must be set. */
function need(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set, see README.md`)
  return value
}

export const l1Url = () => need('ASHLAR_L1_URL')
export const l2Url = () => need('ASHLAR_L2_URL')

/** The key of an account with ETH on L1. Each SDK has its own so that their nonces do not mix. */
export const privateKey = (sdk) => process.env[`ASHLAR_KEY_${sdk}`] ?? need('ASHLAR_KEY')

export const timeoutMs = Number(process.env.ASHLAR_TIMEOUT_SECONDS ?? 300) * 1000

const artifact = JSON.parse(readFileSync(new URL('../../contracts/artifacts/TestERC20.json', import.meta.url)))

/** OpenZeppelin's ERC-20 with a public mint, as solc compiled it. */
export const erc20 = { abi: artifact.abi, bytecode: artifact.bytecode }

/** Calls probe until it gives something, at most timeoutMs. */
export async function until(what, probe, everyMs = 250) {
  const end = Date.now() + timeoutMs
  for (;;) {
    const got = await probe()
    if (got) return got
    if (Date.now() > end) throw new Error(`${what}: nothing after ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
