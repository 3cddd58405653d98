// Every answer of the node that the SDKs decode without touching a contract. It changes nothing, so it can be pointed at any chain.
// ASHLAR_READ names transactions to look at: {"operation": a priority operation, "withdrawal": a transaction with two messages, "batch": their batch, which is executed}.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { createPublicClient, defineChain, http } from 'viem'
import { chainConfig, publicActionsL2 } from 'viem/zksync'
import { Provider, types } from 'zksync-ethers'
import { l2Url } from './setup.mjs'

let viem, ethers
const known = process.env.ASHLAR_READ ? JSON.parse(process.env.ASHLAR_READ) : undefined
const skip = known ? false : 'ASHLAR_READ is not set'
const address = /^0x[0-9a-fA-F]{40}$/
const hash = /^0x[0-9a-f]{64}$/

before(async () => {
  const id = await createPublicClient({ transport: http(l2Url()) }).getChainId()
  const chain = defineChain({
    ...chainConfig, id, name: 'ashlar', nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 }, rpcUrls: { default: { http: [l2Url()] } },
  })
  viem = createPublicClient({ chain, transport: http() }).extend(publicActionsL2())
  ethers = new Provider(l2Url(), undefined, { cacheTimeout: -1 })
})

after(() => ethers?.destroy())

test('addresses', async () => {
  const bridges = await viem.getDefaultBridgeAddresses()
  for (const name of ['erc20L1', 'sharedL1', 'sharedL2', 'l1Nullifier', 'l1NativeTokenVault']) assert.match(bridges[name], address, name)
  const pairs = [
    [viem.getBridgehubContractAddress(), ethers.getBridgehubContractAddress()],
    [viem.getMainContractAddress(), ethers.getMainContractAddress()],
    [viem.getBaseTokenL1Address(), ethers.getBaseTokenContractAddress()],
  ]
  for (const [a, b] of pairs) {
    assert.match(await a, address)
    assert.equal((await a).toLowerCase(), (await b).toLowerCase())
  }
  assert.equal(await viem.getTestnetPaymasterAddress(), null)
  assert.equal(await ethers.getTestnetPaymasterAddress(), null)
})

// agree compares what two SDKs read. The chain may move in between: then it reads again.
async function agree(a, b) {
  for (let tries = 0; tries < 50; tries++) {
    const [before, other, after] = [BigInt(await a()), BigInt(await b()), BigInt(await a())]
    if (before === after) return assert.equal(before, other)
  }
  assert.fail('the value never stood still')
}

test('numbers and prices', async () => {
  await agree(() => viem.getL1ChainId(), () => ethers.l1ChainId())
  await agree(() => viem.getL1BatchNumber(), () => ethers.getL1BatchNumber())
  await agree(() => viem.getGasPerPubdata(), () => ethers.getGasPerPubdata())
  await agree(() => viem.getGasPrice(), () => ethers.getGasPrice())
  const fees = await viem.estimateFeesPerGas()
  assert.ok(fees.maxFeePerGas > 0n)
  const params = await ethers.getFeeParams()
  assert.equal(typeof params.V2.config.minimal_l2_gas_price, 'number')
  assert.equal((await ethers.getProtocolVersion()).version_id, 1)
  assert.ok((await ethers.getFeeData()).maxFeePerGas > 0n)
})

test('blocks with every tag', async () => {
  for (const blockTag of ['latest', 'pending', 'safe', 'finalized', 'earliest']) {
    const a = await viem.getBlock({ blockTag, includeTransactions: true })
    const b = await ethers.getBlock(blockTag, true)
    assert.equal(typeof a.number, 'bigint')
    if (blockTag === 'earliest') assert.equal(a.hash, b.hash)
    for (const field of ['hash', 'parentHash', 'stateRoot', 'receiptsRoot']) assert.match(b[field], hash, field)
  }
  const onL1 = (await ethers.getBlock('l1_committed')).number // before the newest one, which moves on
  assert.ok((await ethers.getBlock('committed')).number >= onL1)
  assert.equal(await ethers.getBlock(2 ** 40), null)
  await assert.rejects(viem.getBlock({ blockNumber: 2n ** 40n }), { name: 'BlockNotFoundError' })
})

test('a priority operation', { skip }, async () => {
  const a = await viem.getTransaction({ hash: known.operation })
  const b = await ethers.getTransaction(known.operation)
  assert.equal(a.typeHex, '0x7f')
  assert.equal(b.type, 0x7f)
  assert.equal(a.from.toLowerCase(), b.from.toLowerCase())
  assert.equal(a.value, b.value)
  assert.equal(a.l1BatchNumber, BigInt(known.batch))
  assert.equal(b.l1BatchNumber, known.batch)
  assert.equal(a.l1BatchTxIndex, BigInt(b.l1BatchTxIndex))
  const receipt = await viem.getTransactionReceipt({ hash: known.operation })
  assert.equal(receipt.type, '0x7f')
  assert.equal(receipt.status, 'success')
  assert.equal(receipt.l2ToL1Logs[0].key, known.operation)
  const confirmed = await ethers.getPriorityOpConfirmation(known.operation)
  assert.equal(confirmed.l1BatchNumber, known.batch)
  assert.equal(confirmed.proof.length, 16)
  assert.equal((await ethers.getTransaction(known.operation)).hash, known.operation)
  assert.equal(await ethers.getTransactionStatus(known.operation), types.TransactionStatus.Finalized)
  const block = await viem.getBlock({ blockHash: receipt.blockHash, includeTransactions: true })
  assert.equal(block.transactions[0].hash, known.operation)
  assert.equal(block.l1BatchNumber, BigInt(known.batch))
  assert.equal((await ethers.getBlock(receipt.blockHash, true)).prefetchedTransactions[0].hash, known.operation)
})

test('a withdrawal', { skip }, async () => {
  const a = await viem.getTransactionReceipt({ hash: known.withdrawal })
  const b = await ethers.getTransactionReceipt(known.withdrawal)
  assert.equal(a.l1BatchNumber, BigInt(known.batch))
  assert.equal(b.l1BatchNumber, known.batch)
  assert.equal(a.l1BatchTxIndex, BigInt(b.l1BatchTxIndex))
  assert.equal(a.l2ToL1Logs.length, b.l2ToL1Logs.length)
  assert.equal(b.l2ToL1Logs[1].isService, true)
  assert.equal(a.l2ToL1Logs[1].value, b.l2ToL1Logs[1].value)
  assert.equal(a.logs[0].l1BatchNumber, BigInt(known.batch))
  assert.equal(b.logs[0].l1BatchNumber, known.batch)
  for (const index of [0, 1]) {
    const proof = await viem.getLogProof({ txHash: known.withdrawal, index })
    assert.equal(typeof proof.id, 'number')
    assert.equal(proof.proof.length, 16)
    assert.match(proof.root, hash)
    assert.deepEqual(await ethers.getLogProof(known.withdrawal, index), proof)
  }
  assert.equal(await ethers.getLogProof(known.withdrawal, 9), null)
})

test('details', { skip }, async () => {
  const range = await viem.getL1BatchBlockRange({ l1BatchNumber: known.batch })
  assert.deepEqual(await ethers.getL1BatchBlockRange(known.batch), range)
  assert.equal(await ethers.getL1BatchBlockRange(2 ** 40), null)
  for (const batch of [await viem.getL1BatchDetails({ number: known.batch }), await ethers.getL1BatchDetails(known.batch)]) {
    assert.equal(batch.number, known.batch)
    assert.equal(batch.status, 'verified')
    assert.match(batch.executeTxHash, hash)
    assert.ok(!Number.isNaN(new Date(batch.executedAt).getTime()))
  }
  const block = await viem.getBlockDetails({ number: range[1] })
  assert.deepEqual(await ethers.getBlockDetails(range[1]), block)
  assert.equal(block.l1BatchNumber, known.batch)
  const details = await viem.getTransactionDetails({ txHash: known.operation })
  assert.equal(details.isL1Originated, true)
  assert.equal(details.status, 'verified')
  assert.equal((await viem.getRawBlockTransaction({ number: range[1] }))[0].commonData.L1.canonicalTxHash, known.operation)
  assert.equal((await ethers.getRawBlockTransactions(range[1]))[0].common_data.L1.canonicalTxHash, known.operation)
})

test('balances, tokens, logs and filters', async () => {
  const nobody = '0x00000000000000000000000000000000000abcde'
  await agree(() => viem.getBalance({ address: nobody, blockTag: 'latest' }), () => ethers.getBalance(nobody, 'committed'))
  assert.equal(typeof (await viem.getAllBalances({ account: nobody })), 'object')
  assert.equal(typeof (await ethers.getAllAccountBalances(nobody)), 'object')
  assert.equal((await ethers.getConfirmedTokens())[0].symbol, 'ETH')
  assert.ok(Array.isArray(await ethers.getLogs({ fromBlock: 'latest' })))
  // The chain may move while this runs: filters of blocks and transactions give hashes, as many as there were.
  const hashes = (list) => assert.ok(Array.isArray(list) && list.every((hash) => /^0x[0-9a-f]{64}$/.test(hash)), JSON.stringify(list))
  hashes(await ethers.getFilterChanges(await ethers.newBlockFilter()))
  assert.deepEqual(await ethers.getFilterChanges(await ethers.newFilter({ address: nobody })), [])
  hashes(await ethers.getFilterChanges(await ethers.newPendingTransactionsFilter()))
  const filter = await viem.createBlockFilter()
  hashes(await viem.getFilterChanges({ filter }))
  assert.equal(await viem.uninstallFilter({ filter }), true)
})
