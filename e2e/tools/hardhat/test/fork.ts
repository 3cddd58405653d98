// A simulated network that goes on from the chain's state.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { network } from 'hardhat'
import { parseEther } from 'viem'

it('forks the chain', async () => {
  const { viem: chain } = await network.getOrCreate('ashlar')
  const ledger = await chain.deployContract('Ledger', [parseEther('1'), 'before the fork'], { value: 7n })
  // Without a block number Hardhat takes one far enough below the head to be safe from reorganisations.
  const blockNumber = Number(await (await chain.getPublicClient()).getBlockNumber())
  const { viem, networkHelpers } = await network.create({ network: 'fork', override: { forking: { url: process.env.ASHLAR_L2_URL!, blockNumber } } })
  const [wallet] = await viem.getWalletClients()
  const forked = await viem.getContractAt('Ledger', ledger.address)
  assert.equal(await forked.read.motto(), 'before the fork')
  await networkHelpers.setBalance(wallet.account.address, parseEther('2'))
  await forked.write.deposit(['on the fork'], { value: 5n })
  assert.equal(await forked.read.total(), 12n)
  assert.equal(await ledger.read.total(), 7n)
})
