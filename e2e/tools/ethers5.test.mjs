// ethers v5, which many applications still have: providers over HTTP and WebSocket, a wallet, a contract factory.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { ethers } from 'ethers5'
import { artifact, privateKey, stranger, until, url, withoutImmutables, wsUrl } from './setup.mjs'

const { abi, bytecode, deployed, immutables } = artifact('Ledger')
let provider, live, wallet, ledger, deployedAt

before(async () => {
  provider = new ethers.providers.JsonRpcProvider(url())
  provider.pollingInterval = 50
  live = new ethers.providers.WebSocketProvider(wsUrl())
  wallet = new ethers.Wallet(privateKey('ETHERS5'), provider)
  ledger = await new ethers.ContractFactory(abi, bytecode, wallet).deploy(ethers.utils.parseEther('1'), 'by ethers 5', { value: 7 })
  deployedAt = (await ledger.deployTransaction.wait()).blockNumber
})

after(async () => {
  provider?.removeAllListeners()
  await live?.destroy()
})

const reverted = (promise) => promise.then(() => assert.fail('it did not revert'), (e) => e)

test('blocks, balances and fees', async () => {
  const latest = await provider.getBlock('latest')
  assert.equal((await provider.getBlock(latest.hash)).number, latest.number)
  for (const tag of ['earliest', 'safe', 'finalized', 'pending']) assert.ok(await provider.getBlock(tag), tag)
  assert.ok((await provider.getBlockWithTransactions(deployedAt)).transactions.some((t) => t.hash === ledger.deployTransaction.hash))
  assert.ok((await provider.getBlockWithTransactions(1)).transactions.every((t) => t.type === 0x7f), 'L1 requested those')
  assert.ok((await provider.getBalance(wallet.address)).gt(ethers.utils.parseEther('100')))
  const fees = await provider.getFeeData()
  assert.ok(fees.gasPrice.gt(0) && fees.maxFeePerGas.gte(fees.lastBaseFeePerGas))
  assert.equal((await provider.getNetwork()).chainId, Number(await provider.send('eth_chainId', [])))
  assert.equal((await provider.getBalance(ledger.address, deployedAt)).toNumber(), 7)
  assert.equal((await provider.getBalance(ledger.address, deployedAt - 1)).toNumber(), 0)
  assert.equal(await provider.resolveName(stranger), ethers.utils.getAddress(stranger))
  await assert.rejects(provider.resolveName('somebody.eth'), /does not support ENS/)
})

test('transfers', async () => {
  const to = ethers.Wallet.createRandom().address
  const receipt = await (await wallet.sendTransaction({ to, value: 5 })).wait()
  assert.equal(receipt.status, 1)
  assert.equal((await provider.getBalance(to)).toNumber(), 5)
  const legacy = await wallet.sendTransaction({ to, value: 6, type: 0, gasPrice: await provider.getGasPrice() })
  assert.equal((await legacy.wait()).type, 0)
  assert.equal((await live.getTransaction(legacy.hash)).nonce, legacy.nonce)
  await assert.rejects(wallet.sendTransaction({ to: stranger, value: ethers.utils.parseEther('1000000') }), (e) => e.code === 'INSUFFICIENT_FUNDS')
})

test('a contract: code, calls, writes, events and errors', async () => {
  assert.equal(withoutImmutables(await provider.getCode(ledger.address), immutables), deployed)
  await ledger.callStatic.deposit('static', { value: 3 })
  const gas = await ledger.estimateGas.deposit('estimated', { value: 3 })
  const receipt = await (await ledger.deposit('estimated', { value: 3, gasLimit: gas })).wait()
  assert.deepEqual([receipt.events[0].event, receipt.events[0].args.note], ['Deposited', 'estimated'])
  assert.equal((await ledger.total({ blockTag: receipt.blockNumber - 1 })).toNumber(), 7)
  const custom = await reverted(ledger.callStatic.withdraw(1000))
  assert.deepEqual([custom.code, custom.errorName, custom.errorArgs.wanted.toNumber()], ['CALL_EXCEPTION', 'InsufficientBalance', 1000])
  assert.equal((await reverted(ledger.fail(1))).reason, 'a reason in words')
  const failed = await reverted(ledger.withdraw(1000, { gasLimit: 100_000 }).then((r) => r.wait()))
  assert.equal(failed.receipt.status, 0)
  const all = await ledger.queryFilter(ledger.filters.Deposited(wallet.address), deployedAt)
  assert.deepEqual([all[0].args.note, all.at(-1).transactionHash], ['constructor', receipt.transactionHash])
})

for (const [name, source] of [['WebSocket', () => live], ['polling', () => provider]]) {
  test(`events over ${name}`, async () => {
    const blocks = [], events = [], sent = []
    const watched = ledger.connect(source())
    source().on('block', (n) => blocks.push(n))
    watched.on('Withdrawn', (to, amount, payload) => events.push(payload.transactionHash))
    await until('events', async () => {
      sent.push(await (await ledger.withdraw(0)).wait())
      return sent.some((r) => blocks.some((n) => n >= r.blockNumber) && events.includes(r.transactionHash))
    })
    watched.removeAllListeners()
    source().removeAllListeners()
  })
}
