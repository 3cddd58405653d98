// web3.js v4: providers over HTTP and WebSocket, a wallet, contracts, subscriptions.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Web3, WebSocketProvider } from 'web3'
import { artifact, dead, privateKey, stranger, timeoutMs, until, url, withoutImmutables, wsUrl } from './setup.mjs'

const { abi, bytecode, deployed, immutables } = artifact('Ledger')
let web3, live, account, ledger, watched, deployedAt

/** What the library asks on an account's behalf, with the account's key in its wallet. */
function connect(provider) {
  const made = new Web3(provider)
  made.eth.accounts.wallet.add(privateKey('WEB3'))
  // How many blocks go by before a receipt is seen depends on how busy the machine is: time alone ends a wait.
  const config = { transactionPollingInterval: 50, transactionPollingTimeout: timeoutMs, transactionReceiptPollingInterval: 50, transactionSendTimeout: timeoutMs, transactionBlockTimeout: 1_000_000 }
  for (const context of [made, made.eth]) context.setConfig(config)
  return made
}

before(async () => {
  web3 = connect(url())
  live = connect(new WebSocketProvider(wsUrl(), {}, { autoReconnect: false }))
  account = web3.eth.accounts.wallet[0].address
  ledger = await new web3.eth.Contract(abi).deploy({ data: bytecode, arguments: [web3.utils.toWei('1', 'ether'), 'by web3'] }).send({ from: account, value: '7' })
  watched = new live.eth.Contract(abi, ledger.options.address)
  deployedAt = Number((await ledger.getPastEvents('Deposited', { fromBlock: 0 }))[0].blockNumber)
})

after(() => live?.currentProvider.disconnect())

/** The error that promise ends in, with the contract's own one decoded. */
const reverted = (promise) => promise.then(() => assert.fail('it did not revert'), (e) => e)

/** Sends wei, with the gas of an estimate: web3.js takes 21,000 for a plain transfer, which is no number of this chain. */
async function transfer(from, to, value) {
  const tx = { from: account, to, value }
  return from.eth.sendTransaction({ ...tx, gas: await from.eth.estimateGas(tx) })
}

test('connection, blocks, balances and fees', async () => {
  const id = await web3.eth.getChainId()
  assert.equal(id, await web3.eth.net.getId())
  assert.equal(id, await live.eth.getChainId())
  assert.equal(await web3.eth.isSyncing(), false)
  assert.match(await web3.eth.getNodeInfo(), /^ashlar/)
  assert.equal(await web3.eth.net.isListening(), true)
  const latest = await web3.eth.getBlock('latest')
  assert.equal((await web3.eth.getBlock(latest.hash)).number, latest.number)
  for (const tag of ['earliest', 'safe', 'finalized', 'pending']) assert.ok(await web3.eth.getBlock(tag), tag)
  assert.ok((await web3.eth.getBlock(deployedAt, true)).transactions.some((t) => t.from === account.toLowerCase()))
  assert.ok(await web3.eth.getBalance(account) > 10n ** 20n)
  assert.ok(await web3.eth.getTransactionCount(account) > 0n)
  assert.ok(await web3.eth.getGasPrice() >= latest.baseFeePerGas)
  const fees = await web3.eth.calculateFeeData()
  assert.ok(fees.maxFeePerGas >= fees.baseFeePerGas && fees.maxPriorityFeePerGas >= 0n)
  assert.equal((await web3.eth.getFeeHistory(1, 'latest', [50])).baseFeePerGas.length, 2)
  assert.equal(await web3.eth.getBalance(ledger.options.address, deployedAt), 7n)
  assert.equal(await web3.eth.getBalance(ledger.options.address, deployedAt - 1), 0n)
})

test('transfers', async () => {
  const to = web3.eth.accounts.create().address
  for (const [from, value] of [[web3, 5], [live, 6]]) {
    const receipt = await transfer(from, to, value)
    assert.equal(receipt.status, 1n)
    const tx = await from.eth.getTransaction(receipt.transactionHash)
    assert.deepEqual([tx.value, tx.type, tx.blockNumber], [BigInt(value), 2n, receipt.blockNumber])
  }
  assert.equal(await web3.eth.getBalance(to), 11n)
  const signed = await web3.eth.accounts.signTransaction({ to, value: 1, gas: 30_000, gasPrice: await web3.eth.getGasPrice(), nonce: await web3.eth.getTransactionCount(account) }, privateKey('WEB3'))
  assert.equal((await web3.eth.sendSignedTransaction(signed.rawTransaction)).transactionHash, signed.transactionHash)
  assert.match(String((await reverted(web3.eth.sendSignedTransaction(signed.rawTransaction)))), /nonce too low/)
  assert.equal((await web3.eth.getTransaction(signed.transactionHash)).type, 0n)
})

test('what web3.js thinks of a plain transfer', async () => {
  // docs/tools.md says what to do about it.
  const before = await web3.eth.getTransactionCount(account)
  const refused = await web3.eth.sendTransaction({ from: account, to: stranger, value: 1 }).then(() => undefined, (e) => e)
  if (refused) {
    assert.match(String(refused), /revert/i)
    assert.equal(await web3.eth.getTransactionCount(account), before)
  }
})

test('a contract: code, calls, writes and errors', async () => {
  const code = await web3.eth.getCode(ledger.options.address)
  assert.equal(withoutImmutables(code, immutables), deployed)
  assert.equal(await web3.eth.getCode(stranger), '0x')
  assert.equal(await web3.eth.getStorageAt(ledger.options.address, 0), '0x' + '7'.padStart(64, '0'))
  const gas = await ledger.methods.deposit('estimated').estimateGas({ from: account, value: '3' })
  const receipt = await ledger.methods.deposit('estimated').send({ from: account, value: '3', gas: gas.toString() })
  assert.ok(receipt.gasUsed <= gas)
  const { returnValues } = receipt.events.Deposited
  assert.deepEqual([returnValues.note ?? returnValues[2], returnValues.amount ?? returnValues[1]], ['estimated', 3n])
  assert.equal(await ledger.methods.balanceOf(account).call(), 10n)
  assert.equal(await ledger.methods.total().call({}, Number(receipt.blockNumber) - 1), 7n)
  await ledger.methods.withdraw(3).send({ from: account })
  const custom = await reverted(ledger.methods.withdraw(1000).call({ from: account }))
  assert.equal(custom.cause.errorName, 'InsufficientBalance')
  assert.deepEqual([custom.cause.errorArgs[1], custom.cause.errorArgs[2]], [7n, 1000n])
  assert.match(String((await reverted(ledger.methods.fail(1).call({ from: account }))).cause?.message), /a reason in words/)
  const failed = await reverted(ledger.methods.withdraw(1000).send({ from: account, gas: '100000' }))
  assert.match(String(failed), /revert/i)
  await web3.eth.getAccounts()
  assert.equal((await web3.eth.createAccessList({ from: account, to: ledger.options.address, data: ledger.methods.deposit('listed').encodeABI(), value: '0x1' })).accessList.length > 0, true)
})

test('logs of the past', async () => {
  const receipt = await ledger.methods.deposit('logged').send({ from: account, value: '4' })
  const all = await ledger.getPastEvents('Deposited', { fromBlock: deployedAt, filter: { from: account } })
  assert.equal(all[0].returnValues[2], 'constructor')
  assert.equal(all.at(-1).transactionHash, receipt.transactionHash)
  const topics = [all[0].raw.topics[0]]
  for (const from of [web3, live]) {
    const logs = await from.eth.getPastLogs({ address: ledger.options.address, fromBlock: deployedAt, topics })
    assert.deepEqual(logs.map((l) => l.transactionHash), all.map((e) => e.transactionHash))
    assert.deepEqual(await from.eth.getPastLogs({ address: dead, fromBlock: deployedAt, topics }), [])
  }
  const inBlock = await web3.eth.getPastLogs({ address: ledger.options.address, blockHash: receipt.blockHash })
  assert.ok(inBlock.some((l) => l.transactionHash === receipt.transactionHash))
})

test('subscriptions', async () => {
  const events = [], heads = [], logs = [], pending = []
  const subscribed = [
    [watched.events.Deposited({ filter: { from: account } }), (e) => events.push(e.transactionHash)],
    [await live.eth.subscribe('newBlockHeaders'), (h) => heads.push(h.number)],
    [await live.eth.subscribe('logs', { address: ledger.options.address }), (l) => logs.push(l.transactionHash)],
    [await live.eth.subscribe('newPendingTransactions'), (hash) => pending.push(hash)],
  ]
  for (const [subscription, take] of subscribed) subscription.on('data', take)
  const sent = []
  await until('events, blocks, logs and pending transactions', async () => {
    sent.push(await ledger.methods.deposit('heard').send({ from: account, value: '1' }))
    return sent.some((r) => events.includes(r.transactionHash) && heads.includes(r.blockNumber) && logs.includes(r.transactionHash) && pending.includes(r.transactionHash))
  })
  for (const [subscription] of subscribed) await subscription.unsubscribe()
})

test('a batch of requests, and signatures', async () => {
  const batch = new web3.BatchRequest()
  const block = batch.add({ jsonrpc: '2.0', id: 11, method: 'eth_blockNumber', params: [] })
  const balance = batch.add({ jsonrpc: '2.0', id: 12, method: 'eth_getBalance', params: [account, 'latest'] })
  await batch.execute()
  assert.ok(Number((await block)) >= deployedAt && BigInt(await balance) > 0n)
  const { signature } = web3.eth.accounts.sign('text', privateKey('WEB3'))
  assert.equal(web3.eth.accounts.recover('text', signature), account)
})
