// A script of a user: a transfer, and what it cost.
import { network } from 'hardhat'

const { viem } = await network.create()
const [wallet] = await viem.getWalletClients()
const client = await viem.getPublicClient()
const hash = await wallet.sendTransaction({ to: '0x000000000000000000000000000000000000dEaD', value: 12345n })
const receipt = await client.waitForTransactionReceipt({ hash, timeout: 300_000 })
if (receipt.status !== 'success') throw new Error(`${hash} failed`)
console.log(`transferred 12345 in block ${receipt.blockNumber} for ${receipt.gasUsed * receipt.effectiveGasPrice} wei`)
