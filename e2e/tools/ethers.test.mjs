// ethers v6: providers over HTTP and WebSocket, a wallet, a contract factory.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Contract, ContractFactory, Interface, JsonRpcProvider, NonceManager, Wallet, WebSocketProvider, getCreateAddress, isCallException, isError, keccak256, parseEther, toBeHex, verifyMessage } from 'ethers'
import { artifact, dead, fundedIn, privateKey, stranger, timeoutMs, until, url, withoutImmutables, wsUrl } from './setup.mjs'

const ledgerArtifact = artifact('Ledger')
const batcherArtifact = artifact('Batcher')
let provider, live, wallet, ledger, deployedAt

before(async () => {
  provider = new JsonRpcProvider(url(), undefined, { pollingInterval: 50, cacheTimeout: -1 })
  live = new WebSocketProvider(wsUrl())
  wallet = new Wallet(privateKey('ETHERS'), provider)
  ledger = await new ContractFactory(ledgerArtifact.abi, ledgerArtifact.bytecode, wallet).deploy(parseEther('1'), 'by ethers', { value: 7n })
  const receipt = await mined(ledger.deploymentTransaction())
  assert.equal(receipt.contractAddress, await ledger.getAddress())
  deployedAt = receipt.blockNumber
})

after(async () => {
  provider?.destroy()
  await live?.destroy()
})

const mined = (response) => response.wait(1, timeoutMs)

/** The exception of a contract that promise ends in, decoded. */
async function reverted(promise) {
  const error = await promise.then(() => assert.fail('it did not revert'), (e) => e)
  assert.ok(isCallException(error), String(error))
  return error
}

async function newWallet(value = parseEther('0.5')) {
  const fresh = Wallet.createRandom(provider)
  await mined(await wallet.sendTransaction({ to: fresh.address, value }))
  return fresh
}

test('blocks, balances and fees', async () => {
  const latest = await provider.getBlock('latest')
  assert.equal((await provider.getBlock(latest.hash)).number, latest.number)
  for (const tag of ['earliest', 'safe', 'finalized', 'pending']) assert.ok(await provider.getBlock(tag), tag)
  const full = await provider.getBlock(deployedAt, true)
  assert.ok(full.prefetchedTransactions.some((t) => t.hash === ledger.deploymentTransaction().hash))
  assert.equal(await provider.getBlock(2 ** 40), null)
  assert.ok(await provider.getBalance(wallet.address) > parseEther('100'))
  assert.ok(await provider.getTransactionCount(wallet.address) > 0)
  const fees = await provider.getFeeData()
  assert.ok(fees.gasPrice > 0n && fees.maxFeePerGas >= latest.baseFeePerGas && fees.maxPriorityFeePerGas >= 0n)
  assert.equal((await provider.getNetwork()).chainId, BigInt(await provider.send('eth_chainId', [])))
  const address = await ledger.getAddress()
  assert.equal(await provider.getBalance(address, deployedAt), 7n)
  assert.equal(await provider.getBalance(address, deployedAt - 1), 0n)
})

test('transactions that L1 requested', async () => {
  const { prefetchedTransactions: txs } = await provider.getBlock(await fundedIn(wallet.address), true)
  const deposit = txs.find((t) => t.to === wallet.address)
  assert.equal(deposit.type, 0x7f)
  assert.equal((await provider.getTransaction(deposit.hash)).value, deposit.value)
  assert.equal((await provider.getTransactionReceipt(deposit.hash)).type, 0x7f)
})

test('what a verifier reads', async () => {
  const code = await ledger.getDeployedCode()
  assert.equal(withoutImmutables(code, ledgerArtifact.immutables), ledgerArtifact.deployed)
  assert.ok(code.includes(wallet.address.slice(2).toLowerCase()), 'the owner is an immutable')
  const creation = await provider.getTransaction(ledger.deploymentTransaction().hash)
  assert.ok(creation.data.startsWith(ledgerArtifact.bytecode))
  assert.equal(getCreateAddress(creation), await ledger.getAddress())
  assert.equal(await provider.getStorage(await ledger.getAddress(), 0), toBeHex(7n, 32))
  assert.equal(await provider.getCode(stranger), '0x')
})

test('write, read and decode events', async () => {
  await ledger.deposit.staticCall('static', { value: 3n })
  const gas = await ledger.deposit.estimateGas('estimated', { value: 3n })
  const receipt = await mined(await ledger.deposit('estimated', { value: 3n, gasLimit: gas }))
  assert.ok(receipt.gasUsed <= gas)
  assert.equal(receipt.fee, receipt.gasUsed * receipt.gasPrice)
  assert.deepEqual([...receipt.logs[0].args], [wallet.address, 3n, 'estimated'])
  assert.equal(await ledger.balanceOf(wallet.address), 10n)
  assert.equal(await ledger.total({ blockTag: receipt.blockNumber - 1 }), 7n)
  assert.equal((await receipt.getTransaction()).index, receipt.index)
  await mined(await ledger.withdraw(3n))
})

test('reverts', async () => {
  assert.equal((await reverted(ledger.fail(1n))).reason, 'a reason in words')
  const custom = await reverted(ledger.withdraw.staticCall(1000n))
  assert.equal(custom.revert.name, 'InsufficientBalance')
  assert.deepEqual([...custom.revert.args], [wallet.address, 7n, 1000n])
  // ethers gives the error of an estimate as it came.
  assert.equal(ledger.interface.parseError((await reverted(ledger.withdraw(1000n))).data).name, 'InsufficientBalance')
  assert.equal((await reverted(ledger.fail(3n))).revert.args[0], 1, 'assert')
  assert.equal((await reverted(ledger.fail(4n))).revert.args[0], 18, 'division by zero')
  await reverted(ledger.fail(0n))
  await assert.rejects(ledger.fail(5n), (e) => isCallException(e) && /invalid opcode/.test(e.info.error.message))
  const failed = await reverted(ledger.withdraw(1000n, { gasLimit: 100_000n }).then(mined))
  assert.equal(failed.receipt.status, 0)
  await assert.rejects(wallet.sendTransaction({ to: stranger, value: parseEther('1000000') }), (e) => isError(e, 'INSUFFICIENT_FUNDS'))
})

test('types of transactions', async () => {
  const { gasPrice } = await provider.getFeeData()
  const data = ledger.interface.encodeFunctionData('deposit', ['typed'])
  const to = await ledger.getAddress()
  const { accessList } = await provider.send('eth_createAccessList', [{ from: wallet.address, to, data, value: '0x1' }, 'latest'])
  for (const more of [{ type: 0, gasPrice }, { type: 1, gasPrice, accessList }, { type: 2, accessList }]) {
    const response = await wallet.sendTransaction({ to, data, value: 1n, ...more })
    const receipt = await mined(response)
    assert.equal(receipt.type, more.type)
    const tx = await provider.getTransaction(response.hash)
    assert.equal(tx.type, more.type)
    assert.equal(tx.from, wallet.address)
    assert.equal(tx.accessList?.length ?? 0, more.accessList?.length ?? 0)
  }
  const signed = await wallet.signTransaction(await wallet.populateTransaction({ to, data, value: 1n }))
  const response = await provider.broadcastTransaction(signed)
  assert.equal(response.hash, keccak256(signed))
  await mined(response)
  await assert.rejects(provider.broadcastTransaction(signed), (e) => isError(e, 'NONCE_EXPIRED'))
})

test('EIP-7702: an account that batches', async () => {
  const batcher = await (await new ContractFactory(batcherArtifact.abi, batcherArtifact.bytecode, wallet).deploy()).waitForDeployment()
  const owner = await newWallet()
  const nonce = await owner.getNonce()
  const authorization = await owner.authorize({ address: await batcher.getAddress(), nonce: nonce + 1 })
  const self = new Contract(owner.address, batcherArtifact.abi, owner)
  const to = Wallet.createRandom().address
  const calls = [{ to, value: 5n, data: '0x' }, { to: await ledger.getAddress(), value: 2n, data: ledger.interface.encodeFunctionData('deposit', ['in a batch']) }]
  const response = await self.batch(calls, { type: 4, authorizationList: [authorization] })
  const receipt = await mined(response)
  assert.equal(receipt.type, 4)
  assert.equal(receipt.logs.length, 2)
  assert.equal(await provider.getBalance(to), 5n)
  assert.equal(await ledger.balanceOf(owner.address), 2n)
  assert.equal(await provider.getCode(owner.address), '0xef0100' + (await batcher.getAddress()).slice(2).toLowerCase())
  assert.equal((await provider.getTransaction(response.hash)).authorizationList[0].address, await batcher.getAddress())
})

test('nonces and replaced transactions', async () => {
  const busy = await newWallet()
  const manager = new NonceManager(busy)
  const responses = await Promise.all(Array.from({ length: 10 }, (_, i) => manager.sendTransaction({ to: stranger, value: BigInt(i) })))
  assert.deepEqual(responses.map((r) => r.nonce).sort((a, b) => a - b), Array.from({ length: 10 }, (_, i) => i))
  await Promise.all(responses.map(mined))
  assert.equal(await busy.getNonce(), 10)
  const { maxFeePerGas: fee } = await provider.getFeeData()
  const base = { to: stranger, gasLimit: 30_000n, nonce: 11 }
  const slow = await busy.sendTransaction({ ...base, value: 1n, maxFeePerGas: fee, maxPriorityFeePerGas: fee / 2n })
  await assert.rejects(busy.sendTransaction({ ...base, value: 2n, maxFeePerGas: fee, maxPriorityFeePerGas: fee / 2n }), (e) => isError(e, 'REPLACEMENT_UNDERPRICED'))
  const waiting = slow.replaceableTransaction(deployedAt).wait(1, timeoutMs)
  const fast = await busy.sendTransaction({ ...base, value: 3n, maxFeePerGas: 2n * fee, maxPriorityFeePerGas: fee })
  await mined(await busy.sendTransaction({ to: stranger, nonce: 10 }))
  await mined(fast)
  await assert.rejects(waiting, (e) => isError(e, 'TRANSACTION_REPLACED') && e.replacement.hash === fast.hash)
  assert.equal(await provider.getTransaction(slow.hash), null)
})

test('logs', async () => {
  const receipt = await mined(await ledger.deposit('logged', { value: 4n }))
  const all = await ledger.queryFilter(ledger.filters.Deposited(wallet.address), deployedAt)
  assert.equal(all[0].args.note, 'constructor')
  assert.equal(all.at(-1).transactionHash, receipt.hash)
  assert.equal((await ledger.queryFilter(ledger.filters.Deposited(dead), deployedAt)).length, 0)
  const inBlock = await provider.getLogs({ address: await ledger.getAddress(), blockHash: receipt.blockHash })
  assert.ok(inBlock.some((l) => l.transactionHash === receipt.hash))
})

for (const [name, source] of [['WebSocket', () => live], ['polling', () => provider]]) {
  test(`events over ${name}`, async () => {
    const blocks = [], events = []
    const watched = ledger.connect(source())
    await source().on('block', (n) => blocks.push(n))
    await watched.on('Withdrawn', (to, amount, payload) => events.push({ to, amount, hash: payload.log.transactionHash }))
    const sent = []
    await until('events', async () => {
      sent.push(await mined(await ledger.withdraw(0n)))
      return sent.some((r) => blocks.some((n) => n >= r.blockNumber) && events.some((e) => e.hash === r.hash && e.to === wallet.address && e.amount === 0n))
    })
    await watched.removeAllListeners()
    await source().removeAllListeners()
  })
}

test('pending transactions over WebSocket', async () => {
  const pending = [], sent = []
  await live.on('pending', (hash) => pending.push(hash))
  await until('pending transaction', async () => {
    sent.push((await mined(await wallet.sendTransaction({ to: stranger, value: 1n }))).hash)
    return sent.some((hash) => pending.includes(hash))
  })
  await live.removeAllListeners()
})

test('a batch of requests', async () => {
  // ethers sends what is asked for at the same time in one batch.
  const [block, balance, failed, network] = await Promise.all([
    provider.getBlockNumber(), provider.getBalance(wallet.address), provider.call({ to: ledger.target, data: '0xdeadbeef', value: 0 }).catch((e) => e), provider.send('net_version', []),
  ])
  assert.ok(block >= deployedAt && balance > 0n)
  assert.ok(isCallException(failed))
  assert.ok(Number(network) > 0)
})

test('signatures and interfaces', async () => {
  assert.equal(verifyMessage('text', await wallet.signMessage('text')), wallet.address)
  const minimal = new Interface(['function OWNER() view returns (address)'])
  assert.equal(await new Contract(ledger.target, minimal, provider).OWNER(), wallet.address)
})
