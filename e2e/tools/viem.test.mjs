// viem, as its users write it: a public and a wallet client for a chain that is written down with id and URL.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import {
  BaseError, ContractFunctionRevertedError, createPublicClient, createWalletClient, defineChain, encodeFunctionData, getContract, hexToBigInt, http, keccak256, numberToHex, pad,
  parseEther, parseEventLogs, webSocket,
} from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createNonceManager, jsonRpc } from 'viem/nonce'
import { artifact, dead, fundedIn, privateKey, stranger, timeoutMs, until, url, withoutImmutables, wsUrl } from './setup.mjs'

const ledger = artifact('Ledger')
const batcher = artifact('Batcher')
let chain, client, live, wallet, account, address, deployedAt, creationHash

before(async () => {
  account = privateKeyToAccount(privateKey('VIEM'))
  const id = await createPublicClient({ transport: http(url()) }).getChainId()
  chain = defineChain({
    id, name: 'Ashlar', nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 }, rpcUrls: { default: { http: [url()], webSocket: [wsUrl()] } },
    contracts: { multicall3: { address: '0xcA11bde05977b3631167028862bE2a173976CA11' } },
  })
  const options = { chain, pollingInterval: 50 }
  client = createPublicClient({ ...options, transport })
  live = createPublicClient({ ...options, transport: webSocket(undefined, { timeout: timeoutMs }) })
  wallet = createWalletClient({ ...options, account, transport })
  const receipt = await mined(await wallet.deployContract({ ...ledger, args: [parseEther('1'), 'by viem'], value: 7n }))
  address = receipt.contractAddress
  deployedAt = receipt.blockNumber
  creationHash = receipt.transactionHash
})

const transport = http(undefined, { timeout: timeoutMs })

after(async () => (await live?.transport.getRpcClient())?.close())

async function mined(hash, status = 'success') {
  const receipt = await client.waitForTransactionReceipt({ hash, timeout: timeoutMs })
  assert.equal(receipt.status, status, hash)
  return receipt
}

const write = (functionName, args = [], more = {}) => wallet.writeContract({ address, abi: ledger.abi, functionName, args, ...more })
const read = (functionName, args = [], more = {}) => client.readContract({ address, abi: ledger.abi, functionName, args, ...more })

/** The error of the contract behind what viem throws. */
async function reverted(promise) {
  const error = await promise.then(() => assert.fail('it did not revert'), (e) => e)
  assert.ok(error instanceof BaseError, String(error))
  const cause = error.walk((e) => e instanceof ContractFunctionRevertedError)
  assert.ok(cause, error.message)
  return cause
}

/** An account of its own with some ETH. */
async function newAccount(value = parseEther('0.5'), key = generatePrivateKey(), options = {}) {
  const fresh = privateKeyToAccount(key, options)
  await mined(await wallet.sendTransaction({ to: fresh.address, value }))
  return fresh
}

test('blocks, balances and fees', async () => {
  const latest = await client.getBlock()
  assert.equal((await client.getBlock({ blockHash: latest.hash })).number, latest.number)
  for (const blockTag of ['earliest', 'safe', 'finalized', 'pending']) assert.ok(await client.getBlock({ blockTag }), blockTag)
  const full = await client.getBlock({ blockNumber: deployedAt, includeTransactions: true })
  assert.ok(full.transactions.some((t) => t.to === null && t.from === account.address.toLowerCase()))
  assert.equal(await client.getBlockTransactionCount({ blockNumber: deployedAt }), full.transactions.length)
  await assert.rejects(client.getBlock({ blockNumber: 1n << 60n }), { name: 'BlockNotFoundError' })
  assert.ok(await client.getBalance({ address: account.address }) > parseEther('100'))
  assert.ok(await client.getTransactionCount({ address: account.address }) > 0)
  assert.ok(await client.getGasPrice() > 0n)
  const fees = await client.estimateFeesPerGas()
  assert.ok(fees.maxFeePerGas >= latest.baseFeePerGas)
  assert.ok(await client.estimateMaxPriorityFeePerGas() >= 0n)
  const history = await client.getFeeHistory({ blockCount: 3, rewardPercentiles: [10, 50] })
  assert.equal(history.baseFeePerGas.length, history.gasUsedRatio.length + 1)
  assert.ok(await client.getBlobBaseFee() >= 0n)
  assert.equal(await client.getBalance({ address, blockNumber: deployedAt }), 7n)
  assert.equal(await client.getBalance({ address, blockNumber: deployedAt - 1n }), 0n)
})

test('transactions that L1 requested', async () => {
  const { transactions } = await client.getBlock({ blockNumber: BigInt(await fundedIn(account.address)), includeTransactions: true })
  const deposit = transactions.find((t) => t.to === account.address.toLowerCase())
  assert.equal(deposit.typeHex, '0x7f')
  assert.equal((await client.getTransaction({ hash: deposit.hash })).value, deposit.value)
  assert.equal((await client.getTransactionReceipt({ hash: deposit.hash })).type, '0x7f')
})

test('what a verifier reads', async () => {
  const code = await client.getCode({ address })
  assert.equal(withoutImmutables(code, ledger.immutables), ledger.deployed)
  assert.notEqual(code, ledger.deployed)
  assert.ok(code.toLowerCase().includes(account.address.slice(2).toLowerCase()), 'the owner is an immutable')
  const creation = await client.getTransaction({ hash: creationHash })
  assert.ok(creation.input.startsWith(ledger.bytecode))
  assert.equal(await client.getStorageAt({ address, slot: numberToHex(0) }), pad('0x7', { size: 32 }))
  assert.equal(await client.getCode({ address: stranger }), undefined)
})

test('write, read and decode events', async () => {
  const { request, result } = await client.simulateContract({ account, address, abi: ledger.abi, functionName: 'deposit', args: ['simulated'], value: 3n })
  assert.equal(result, undefined)
  const receipt = await mined(await wallet.writeContract(request))
  const [deposited] = parseEventLogs({ abi: ledger.abi, logs: receipt.logs })
  assert.deepEqual(deposited.args, { from: account.address, amount: 3n, note: 'simulated' })
  const gas = await client.estimateContractGas({ account, address, abi: ledger.abi, functionName: 'withdraw', args: [3n] })
  assert.ok((await mined(await write('withdraw', [3n], { gas }))).gasUsed <= gas)
  const contract = getContract({ address, abi: ledger.abi, client: { public: client, wallet } })
  assert.equal(await contract.read.motto(), 'by viem')
  const [total, limit] = await client.multicall({ allowFailure: false, contracts: ['total', 'LIMIT'].map((functionName) => ({ address, abi: ledger.abi, functionName })) })
  assert.deepEqual([total, limit], [7n, parseEther('1')])
  const deployless = await client.multicall({ deployless: true, contracts: [{ address, abi: ledger.abi, functionName: 'fail', args: [2n] }, { address, abi: ledger.abi, functionName: 'OWNER' }] })
  assert.equal(deployless[0].status, 'failure')
  assert.equal(deployless[1].result, account.address)
})

test('reverts', async () => {
  assert.equal((await reverted(read('fail', [1n]))).reason, 'a reason in words')
  const custom = await reverted(client.simulateContract({ account, address, abi: ledger.abi, functionName: 'withdraw', args: [1000n] }))
  assert.equal(custom.data.errorName, 'InsufficientBalance')
  assert.deepEqual(custom.data.args, [account.address, 7n, 1000n])
  assert.equal((await reverted(read('fail', [3n]))).data.args[0], 1n, 'assert')
  assert.equal((await reverted(read('fail', [4n]))).data.args[0], 18n, 'division by zero')
  assert.equal((await reverted(write('deposit', ['too much'], { value: parseEther('2') }))).data.errorName, 'LimitExceeded')
  await assert.rejects(read('fail', [0n]), /reverted/)
  await assert.rejects(read('fail', [5n]), /invalid opcode|InvalidFE/)
  await assert.rejects(read('fail', [6n]), /out of gas|gas/)
  const receipt = await mined(await write('withdraw', [1000n], { gas: 100_000n }), 'reverted')
  assert.equal(receipt.logs.length, 0)
  await assert.rejects(wallet.sendTransaction({ to: stranger, value: parseEther('1000000') }), /exceeds the balance|insufficient funds/)
})

test('types of transactions', async () => {
  const data = encodeFunctionData({ abi: ledger.abi, functionName: 'deposit', args: ['typed'] })
  const { accessList } = await client.createAccessList({ account, to: address, data, value: 1n })
  assert.equal(accessList[0].address, address.toLowerCase())
  const gasPrice = await client.getGasPrice()
  for (const [type, more] of [['legacy', { gasPrice }], ['eip2930', { gasPrice, accessList }], ['eip1559', { accessList }]]) {
    const hash = await wallet.sendTransaction({ to: address, data, value: 1n, type, ...more })
    const receipt = await mined(hash)
    assert.equal(receipt.type, type)
    assert.ok(receipt.effectiveGasPrice > 0n)
    const tx = await client.getTransaction({ hash })
    assert.equal(tx.type, type)
    assert.deepEqual(tx.accessList ?? [], more.accessList ?? [])
  }
  // By hand: prepare, sign, send and wait in one request.
  const request = await wallet.prepareTransactionRequest({ to: address, data, value: 1n })
  const serializedTransaction = await wallet.signTransaction(request)
  const receipt = await wallet.sendRawTransactionSync({ serializedTransaction, timeout: timeoutMs })
  assert.equal(receipt.transactionHash, keccak256(serializedTransaction))
  assert.equal(receipt.status, 'success')
  await assert.rejects(wallet.sendRawTransaction({ serializedTransaction }), /nonce too low|already known/i)
})

test('EIP-7702: an account that batches', async () => {
  const { contractAddress } = await mined(await wallet.deployContract(batcher))
  const owner = await newAccount()
  const ownerWallet = createWalletClient({ account: owner, chain, transport, pollingInterval: 50 })
  const authorization = await ownerWallet.signAuthorization({ contractAddress, executor: 'self' })
  const to = privateKeyToAccount(generatePrivateKey()).address
  const args = [[{ to, value: 5n, data: '0x' }, { to: address, value: 2n, data: encodeFunctionData({ abi: ledger.abi, functionName: 'deposit', args: ['in a batch'] }) }]]
  const receipt = await mined(await ownerWallet.writeContract({ address: owner.address, abi: batcher.abi, functionName: 'batch', args, authorizationList: [authorization] }))
  assert.equal(receipt.type, 'eip7702')
  assert.deepEqual(parseEventLogs({ abi: [...batcher.abi, ...ledger.abi], logs: receipt.logs }).map((l) => l.eventName), ['Deposited', 'Batched'])
  assert.equal(await client.getBalance({ address: to }), 5n)
  assert.equal(await read('balanceOf', [owner.address]), 2n)
  assert.equal((await client.getDelegation({ address: owner.address })).toLowerCase(), contractAddress.toLowerCase())
  const tx = await client.getTransaction({ hash: receipt.transactionHash })
  assert.equal(tx.authorizationList[0].address.toLowerCase(), contractAddress.toLowerCase())
  // Anybody can pay for the authorization of another: here it is taken back.
  const revoke = await ownerWallet.signAuthorization({ contractAddress: '0x0000000000000000000000000000000000000000' })
  await mined(await wallet.sendTransaction({ to: dead, authorizationList: [revoke] }))
  assert.equal(await client.getDelegation({ address: owner.address }), undefined)
})

test('overrides and simulations', async () => {
  const poor = privateKeyToAccount(generatePrivateKey()).address
  const deposit = { account: poor, address, abi: ledger.abi, functionName: 'deposit', args: ['from nothing'], value: 5n }
  await assert.rejects(client.simulateContract(deposit))
  const stateOverride = [{ address: poor, balance: parseEther('1') }]
  await client.simulateContract({ ...deposit, stateOverride })
  assert.ok(await client.estimateContractGas({ ...deposit, stateOverride }) > 21000n)
  assert.equal(await read('total', [], { stateOverride: [{ address, stateDiff: [{ slot: pad('0x0', { size: 32 }), value: pad('0x2a', { size: 32 }) }] }] }), 42n)
  const blockOverrides = { number: 1_000_000n, time: 4_000_000_000n }
  const timestamp = await client.call({ to: dead, stateOverride: [{ address: dead, code: '0x425f5260205ff3' }], blockOverrides }) // returns TIMESTAMP
  assert.equal(hexToBigInt(timestamp.data), 4_000_000_000n)
  const { results } = await client.simulateCalls({
    account, calls: [{ to: address, abi: ledger.abi, functionName: 'deposit', args: ['one'], value: 11n }, { to: address, abi: ledger.abi, functionName: 'withdraw', args: [1n << 200n] }],
  })
  assert.deepEqual(results.map((r) => r.status), ['success', 'failure'])
  assert.equal(results[0].logs.length, 1)
  const blocks = await client.simulateBlocks({ blocks: [{ calls: [{ account: poor, to: stranger, value: 1n }], stateOverrides: [{ address: poor, balance: parseEther('1') }] }, { calls: [{ account: poor, to: stranger, value: 2n }] }] })
  assert.equal(blocks[1].number, blocks[0].number + 1n)
  assert.equal(blocks[1].calls[0].status, 'success')
})

/** Replaces a transaction of an account's next nonce but one. What a wait for it says of the replacement; undefined if it has missed it. */
async function replace(plain, next) {
  // It has to wait for the nonce before it: time to replace it.
  const { account: { address: from } } = plain
  const fee = (await client.estimateFeesPerGas()).maxFeePerGas
  const second = { to: stranger, nonce: next + 1, gas: 30_000n, maxFeePerGas: fee, maxPriorityFeePerGas: fee / 2n }
  const slow = await plain.sendTransaction({ ...second, value: 1n })
  assert.equal((await client.getTransaction({ hash: slow })).blockNumber, null)
  assert.equal(await client.getTransactionCount({ address: from, blockTag: 'pending' }), next)
  await assert.rejects(plain.sendTransaction({ ...second, value: 2n }), /replacement transaction underpriced/i)
  // Who waits has to have seen the transaction to know what replaces it.
  let replaced, seen = false
  const onFetchResponse = async (response) => { seen ||= (await response.clone().text()).includes(slow) }
  const watcher = createPublicClient({ chain, pollingInterval: 50, transport: http(url(), { onFetchResponse, timeout: timeoutMs }) })
  const waiting = watcher.waitForTransactionReceipt({ hash: slow, timeout: timeoutMs / 10, onReplaced: (r) => { replaced = r } }).catch((e) => e)
  await until('seen by who waits', async () => seen)
  const fast = await plain.sendTransaction({ ...second, value: 3n, maxFeePerGas: fee * 2n, maxPriorityFeePerGas: fee })
  await mined(await plain.sendTransaction({ to: stranger, value: 4n, nonce: next }))
  assert.equal((await mined(fast)).transactionHash, fast)
  await assert.rejects(client.getTransaction({ hash: slow }), { name: 'TransactionNotFoundError' })
  const got = await waiting
  if (got.name === 'WaitForTransactionReceiptTimeoutError') return undefined
  assert.equal(got.transactionHash, fast, String(got))
  return replaced
}

test('nonces and replaced transactions', async () => {
  const key = generatePrivateKey()
  const busy = await newAccount(parseEther('0.5'), key, { nonceManager: createNonceManager({ source: jsonRpc() }) })
  const busyWallet = createWalletClient({ account: busy, chain, transport, pollingInterval: 50 })
  const hashes = await Promise.all(Array.from({ length: 10 }, (_, i) => busyWallet.sendTransaction({ to: stranger, value: BigInt(i) })))
  await Promise.all(hashes.map((hash) => mined(hash)))
  assert.equal(await client.getTransactionCount({ address: busy.address }), 10)
  const plain = createWalletClient({ account: privateKeyToAccount(key), chain, transport })
  // viem looks past a block that comes while it reads another one. If the replacement is in such a block, the wait ends without it, and it is tried once more.
  let nonce = 10
  await until('replaced transaction', async () => {
    const replaced = await replace(plain, nonce)
    nonce += 2
    if (replaced) assert.equal(replaced.reason, 'replaced')
    return replaced
  })
  await assert.rejects(plain.sendTransaction({ to: stranger, nonce: 3 }), /nonce too low|lower than the current nonce/i)
})

test('logs and filters', async () => {
  const filter = await client.createContractEventFilter({ address, abi: ledger.abi, eventName: 'Deposited', args: { from: account.address } })
  const blocks = await client.createBlockFilter()
  const pending = await client.createPendingTransactionFilter()
  const hash = await write('deposit', ['filtered'], { value: 21n })
  const { blockHash, blockNumber } = await mined(hash)
  const seen = []
  await until('log by filter', async () => (seen.push(...(await client.getFilterChanges({ filter }))), seen.some((l) => l.transactionHash === hash)))
  assert.equal(seen.find((l) => l.transactionHash === hash).args.note, 'filtered')
  await until('block by filter', async () => (await client.getFilterChanges({ filter: blocks })).includes(blockHash))
  await until('pending transaction by filter', async () => (await client.getFilterChanges({ filter: pending })).includes(hash))
  assert.equal(await client.uninstallFilter({ filter }), true)
  await assert.rejects(client.getFilterChanges({ filter }), /filter not found/)
  const all = await client.getContractEvents({ address, abi: ledger.abi, eventName: 'Deposited', fromBlock: deployedAt, toBlock: 'latest' })
  assert.equal(all[0].args.note, 'constructor')
  assert.equal((await client.getContractEvents({ address, abi: ledger.abi, eventName: 'Deposited', args: { from: dead }, fromBlock: deployedAt })).length, 0)
  assert.equal((await client.getLogs({ address, blockHash })).filter((l) => l.transactionHash === hash)[0].blockNumber, blockNumber)
})

test('subscriptions over WebSocket', async () => {
  const heads = [], events = [], pending = [], errors = []
  const onError = (e) => errors.push(e)
  const ends = [
    live.watchBlocks({ onBlock: (b) => heads.push(b), onError }),
    live.watchContractEvent({ address, abi: ledger.abi, eventName: 'Withdrawn', onLogs: (l) => events.push(...l), onError }),
    live.watchPendingTransactions({ onTransactions: (h) => pending.push(...h), onError }),
  ]
  // A subscription begins when its answer has come. One more request on the same connection comes after those.
  await live.getChainId()
  const sent = []
  await until('subscriptions', async () => {
    sent.push(await mined(await write('withdraw', [0n])))
    return sent.some(({ blockNumber, transactionHash: hash }) => heads.some((b) => b.number === blockNumber) && events.some((l) => l.transactionHash === hash) && pending.includes(hash))
  })
  // viem asks for the block of each head, and the answers come in any order.
  const { blockNumber: last } = sent.at(-1)
  await until('every head', () => {
    const numbers = new Set(heads.map((b) => b.number))
    const first = heads.reduce((least, b) => (b.number < least ? b.number : least), last)
    return numbers.has(last) && Array.from({ length: Number(last - first) }, (_, i) => first + BigInt(i)).every((n) => numbers.has(n))
  })
  for (const end of ends) end()
  assert.deepEqual(errors, [])
  assert.equal(events[0].args.to, account.address)
})

test('polling', async () => {
  const numbers = [], events = []
  const ends = [
    client.watchBlockNumber({ onBlockNumber: (n) => numbers.push(n) }),
    client.watchEvent({ address, onLogs: (l) => events.push(...l) }),
  ]
  const sent = []
  await until('polled', async () => {
    sent.push((await mined(await write('deposit', ['polled'], { value: 1n }))).transactionHash)
    return numbers.length > 0 && events.some((l) => sent.includes(l.transactionHash))
  })
  for (const end of ends) end()
})

test('signatures', async () => {
  const message = 'of an account without code'
  assert.equal(await client.verifyMessage({ address: account.address, message, signature: await account.signMessage({ message }) }), true)
  assert.equal(await client.verifyMessage({ address: account.address, message: 'another', signature: await account.signMessage({ message }) }), false)
  const typed = { domain: { chainId: chain.id, name: 'x' }, types: { Note: [{ name: 'text', type: 'string' }] }, primaryType: 'Note', message: { text: 'hello' } }
  assert.equal(await client.verifyTypedData({ ...typed, address: account.address, signature: await account.signTypedData(typed) }), true)
})

test('traces', async () => {
  const { transactionHash: hash } = await mined(await write('deposit', ['traced'], { value: 1n }))
  const call = await client.request({ method: 'debug_traceTransaction', params: [hash, { tracer: 'callTracer', tracerConfig: { withLog: true } }] })
  assert.equal(call.to, address.toLowerCase())
  assert.equal(call.logs.length, 1)
  const state = await client.request({ method: 'debug_traceTransaction', params: [hash, { tracer: 'prestateTracer', tracerConfig: { diffMode: true } }] })
  assert.ok(state.post[address.toLowerCase()].storage)
  const steps = await client.request({ method: 'debug_traceTransaction', params: [hash] })
  assert.ok(steps.structLogs.length > 50 && steps.structLogs.some((l) => l.op === 'SSTORE'))
})

test('state proofs of any block', async () => {
  const slot = pad('0x0', { size: 32 })
  const check = async (number) => {
    const proof = await client.getProof({ address, storageKeys: [slot], blockNumber: number })
    assert.equal(proof.balance, await client.getBalance({ address, blockNumber: number }))
    assert.equal(proof.codeHash, keccak256(await client.getCode({ address })))
    assert.equal(proof.storageProof[0].value, await read('total', [], { blockNumber: number }))
    assert.ok(proof.accountProof.length > 0)
  }
  const head = await client.getBlockNumber()
  await check(head)
  await check(deployedAt)
  assert.equal((await client.getProof({ address, storageKeys: [slot] })).codeHash, keccak256(await client.getCode({ address })))
  const { number } = await until('finalized block after the deployment', async () => {
    const block = await client.getBlock({ blockTag: 'finalized' })
    return block.number >= deployedAt && block
  })
  await check(number)
})
