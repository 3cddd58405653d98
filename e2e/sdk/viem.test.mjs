// viem with viem/zksync: bridge ETH and an ERC-20 there and back, and use the chain in between.
import assert from 'node:assert/strict'
import test, { before } from 'node:test'
import { createPublicClient, createWalletClient, defineChain, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  chainConfig, getL2HashFromPriorityOp, legacyEthAddress, publicActionsL1, publicActionsL2, walletActionsL1, walletActionsL2,
} from 'viem/zksync'
import { erc20, l1Url, l2Url, privateKey, timeoutMs, until } from './setup.mjs'

let l1, l2, walletL1, walletL2, account
const ether = { name: 'Ether', symbol: 'ETH', decimals: 18 }
const stranger = '0x00000000000000000000000000000000000abcde'

/** A chain as the user of an SDK writes it down; the id is asked for because development networks choose it. */
async function chainAt(url, extra) {
  const id = await createPublicClient({ transport: http(url) }).getChainId()
  return defineChain({ ...extra, id, name: `chain ${id}`, nativeCurrency: ether, rpcUrls: { default: { http: [url] } } })
}

before(async () => {
  account = privateKeyToAccount(privateKey('VIEM'))
  const [chainL1, chainL2] = [await chainAt(l1Url(), {}), await chainAt(l2Url(), chainConfig)]
  const options = { pollingInterval: 200, account }
  l1 = createPublicClient({ ...options, chain: chainL1, transport: http() }).extend(publicActionsL1())
  l2 = createPublicClient({ ...options, chain: chainL2, transport: http() }).extend(publicActionsL2())
  walletL1 = createWalletClient({ ...options, chain: chainL1, transport: http() }).extend(walletActionsL1())
  walletL2 = createWalletClient({ ...options, chain: chainL2, transport: http() }).extend(walletActionsL2())
})

const mined = async (client, hash) => {
  const receipt = await client.waitForTransactionReceipt({ hash, timeout: timeoutMs })
  assert.equal(receipt.status, 'success', hash)
  return receipt
}

/** Waits for a deposit on L1 and then for its operation on L2. */
async function deposited(hash) {
  const receipt = await mined(l1, hash)
  const operation = getL2HashFromPriorityOp(receipt, await l2.getMainContractAddress())
  await until('operation on L2', async () => l2.getTransaction({ hash: operation }).catch(() => null))
  const l2Receipt = await mined(l2, operation)
  assert.equal(l2Receipt.type, '0x7f')
  assert.equal(l2Receipt.l2ToL1Logs.at(-1).key, operation)
}

/** Waits until the batch of a withdrawal is executed on L1, finalises it there and checks that this works once only. */
async function finalised(hash) {
  const { blockNumber } = await mined(l2, hash)
  await until('execution on L1', async () => (await l2.getBlock({ blockTag: 'finalized' })).number >= blockNumber)
  assert.equal(await l1.isWithdrawalFinalized({ client: l2, hash }), false)
  const receipt = await mined(l1, await walletL1.finalizeWithdrawal({ client: l2, hash }))
  assert.equal(await l1.isWithdrawalFinalized({ client: l2, hash }), true)
  await assert.rejects(walletL1.finalizeWithdrawal({ client: l2, hash }))
  return receipt
}

async function deploy(wallet, client, args) {
  const { contractAddress } = await mined(client, await wallet.deployContract({ ...erc20, args }))
  assert.ok(contractAddress)
  return contractAddress
}

const tokenBalance = (client, address, owner = account.address) => client.readContract({ address, abi: erc20.abi, functionName: 'balanceOf', args: [owner] })

test('deposit ETH', async () => {
  const amount = parseEther('1')
  const before = await l2.getBalance({ address: account.address })
  await deposited(await walletL1.deposit({ client: l2, token: legacyEthAddress, amount, to: account.address, refundRecipient: account.address }))
  const after = await l2.getBalance({ address: account.address })
  assert.ok(after >= before + amount, `${before} became ${after}`)
})

test('transfer ETH', async () => {
  const before = await l2.getBalance({ address: stranger })
  const receipt = await mined(l2, await walletL2.sendTransaction({ to: stranger, value: 12345n }))
  assert.equal(receipt.type, 'eip1559')
  assert.equal(await l2.getBalance({ address: stranger }), before + 12345n)
})

// viem/zksync's own deployContract sends a transaction of type 0x71 to a system contract that Ashlar does not have: contracts are deployed as on Ethereum.
test('deploy a contract and use it', async () => {
  const plain = createWalletClient({ account, chain: walletL2.chain, transport: http(), pollingInterval: 200 })
  const token = await deploy(plain, l2, ['Deployed by viem', 'VIEM', 6])
  assert.equal(await l2.readContract({ address: token, abi: erc20.abi, functionName: 'symbol' }), 'VIEM')
  await mined(l2, await plain.writeContract({ address: token, abi: erc20.abi, functionName: 'mint', args: [account.address, 1000n] }))
  await mined(l2, await plain.writeContract({ address: token, abi: erc20.abi, functionName: 'transfer', args: [stranger, 400n] }))
  assert.equal(await tokenBalance(l2, token), 600n)
  const logs = await l2.getContractEvents({ address: token, abi: erc20.abi, eventName: 'Transfer', fromBlock: 0n })
  assert.deepEqual(logs.map((l) => l.args.value), [1000n, 400n])
  await assert.rejects(l2.simulateContract({ account, address: token, abi: erc20.abi, functionName: 'transfer', args: [stranger, 601n] }), /ERC20InsufficientBalance/)
})

test('withdraw ETH', async () => {
  const amount = parseEther('0.25')
  const to = '0x00000000000000000000000000000000000f1234'
  const before = await l1.getBalance({ address: to })
  await finalised(await walletL2.withdraw({ token: legacyEthAddress, amount, to }))
  assert.equal(await l1.getBalance({ address: to }), before + amount)
})

test('deposit and withdraw an ERC-20', async () => {
  const plain = createWalletClient({ account, chain: walletL1.chain, transport: http(), pollingInterval: 200 })
  const token = await deploy(plain, l1, ['Bridged by viem', 'BRV', 8])
  await mined(l1, await plain.writeContract({ address: token, abi: erc20.abi, functionName: 'mint', args: [account.address, 10_000n] }))
  await deposited(await walletL1.deposit({ client: l2, token, amount: 9_000n, to: account.address, approveToken: true, refundRecipient: account.address }))
  const onL2 = await l2.getL2TokenAddress({ token })
  assert.equal(await tokenBalance(l2, onL2), 9_000n)
  assert.equal(await l2.readContract({ address: onL2, abi: erc20.abi, functionName: 'decimals' }), 8)
  assert.equal((await l2.getL1TokenAddress({ token: onL2 })).toLowerCase(), token.toLowerCase())
  await finalised(await walletL2.withdraw({ token: onL2, amount: 2_500n, to: account.address }))
  assert.equal(await tokenBalance(l2, onL2), 6_500n)
  assert.equal(await tokenBalance(l1, token), 3_500n)
})
