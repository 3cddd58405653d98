// What a project that uses Hardhat does on a network: deploy, call, expect events and reverts, with viem and with ethers; and what it reads to verify a contract.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import hre, { network } from 'hardhat'
import { getAddress, parseEther } from 'viem'
import LedgerModule from '../ignition/modules/Ledger.js'

const { viem, ethers, ignition, networkName } = await network.create()

/** A contract's code with its immutables set to zero. */
function withoutImmutables(code: string, references: Record<string, ReadonlyArray<{ start: number; length: number }>>): string {
  const bytes = Buffer.from(code.slice(2), 'hex')
  for (const places of Object.values(references)) for (const { start, length } of places) bytes.fill(0, start, start + length)
  return '0x' + bytes.toString('hex')
}

describe(`Ledger on ${networkName}`, () => {
  it('is deployed and used with viem', async () => {
    const [owner] = await viem.getWalletClients()
    const client = await viem.getPublicClient()
    const ledger = await viem.deployContract('Ledger', [parseEther('1'), 'by hardhat'], { value: 7n })
    assert.equal(await ledger.read.OWNER(), getAddress(owner.account.address))
    await viem.assertions.emitWithArgs(ledger.write.deposit(['from hardhat'], { value: 5n }), ledger, 'Deposited', [getAddress(owner.account.address), 5n, 'from hardhat'])
    await viem.assertions.revertWithCustomErrorWithArgs(ledger.write.withdraw([100n]), ledger, 'InsufficientBalance', [getAddress(owner.account.address), 12n, 100n])
    await viem.assertions.revertWith(ledger.read.fail([1n]), 'a reason in words')
    await viem.assertions.balancesHaveChanged(ledger.write.withdraw([12n]), [{ address: ledger.address, amount: -12n }])
    const events = await client.getContractEvents({ address: ledger.address, abi: ledger.abi, fromBlock: 0n })
    assert.deepEqual(events.map((e) => e.eventName), ['Deposited', 'Deposited', 'Withdrawn'])
  })

  it('is what the compiler made', async () => {
    const ledger = await viem.deployContract('Ledger', [parseEther('1'), 'to be verified'])
    const code = await (await viem.getPublicClient()).getCode({ address: ledger.address })
    const { deployedBytecode, immutableReferences } = await hre.artifacts.readArtifact('Ledger')
    assert.equal(withoutImmutables(code!, immutableReferences as any), deployedBytecode)
    const batcher = await viem.deployContract('Batcher')
    assert.equal(await (await viem.getPublicClient()).getCode({ address: batcher.address }), (await hre.artifacts.readArtifact('Batcher')).deployedBytecode)
  })

  it('is deployed and used with ethers', async () => {
    const [signer] = await ethers.getSigners()
    const ledger = await ethers.deployContract('Ledger', [parseEther('1'), 'by hardhat-ethers'], { value: 7n })
    await ledger.waitForDeployment()
    const receipt = await (await ledger.deposit('ethers', { value: 3n })).wait()
    assert.deepEqual([...receipt.logs[0].args], [signer.address, 3n, 'ethers'])
    assert.equal(await ledger.total(), 10n)
    await assert.rejects(ledger.withdraw.staticCall(100n), (e: any) => ledger.interface.parseError(e.data)?.name === 'InsufficientBalance')
    const again = await ethers.getContractAt('Ledger', await ledger.getAddress())
    assert.equal(await again.motto(), 'by hardhat-ethers')
  })

  it('is deployed by Ignition', async () => {
    const { ledger, batcher } = await ignition.deploy(LedgerModule, { deploymentId: `${process.env.ASHLAR_DEPLOYMENT ?? 'local'}-test` })
    assert.equal(await ledger.read.total(), 12n)
    assert.notEqual(await (await viem.getPublicClient()).getCode({ address: batcher.address }), undefined)
  })
})
