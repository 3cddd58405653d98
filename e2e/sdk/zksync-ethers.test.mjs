// zksync-ethers: bridge ETH and an ERC-20 there and back, and use the chain in between.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Contract, ContractFactory, JsonRpcProvider, parseEther } from 'ethers'
import { Provider, Wallet, utils } from 'zksync-ethers'
import { erc20, l1Url, l2Url, privateKey, until } from './setup.mjs'

let l1, l2, wallet
const stranger = '0x00000000000000000000000000000000000bcdef'
// Without a type the wallet signs transactions of type 0x71, which only ZKsync's own virtual machine has.
const ethereum = { type: 2 }

before(() => {
  l1 = new JsonRpcProvider(l1Url(), undefined, { cacheTimeout: -1, pollingInterval: 200 })
  l2 = new Provider(l2Url(), undefined, { cacheTimeout: -1 })
  l2.pollingInterval = 200
  wallet = new Wallet(privateKey('ETHERS'), l2, l1)
})

after(() => {
  l1?.destroy()
  l2?.destroy()
})

/** Waits for a deposit on L1 and then for its operation on L2. */
async function deposited(response) {
  const receipt = await response.wait()
  assert.equal(receipt.status, 1)
  assert.equal(receipt.type, 0x7f)
  assert.equal(receipt.l2ToL1Logs.at(-1).key, receipt.hash)
}

/** Waits until the batch of a withdrawal is executed on L1, finalises it there and checks that this works once only. */
async function finalised(response) {
  const receipt = await response.waitFinalize()
  assert.equal(receipt.status, 1)
  assert.equal(await wallet.isWithdrawalFinalized(response.hash), false)
  const onL1 = await (await wallet.finalizeWithdrawal(response.hash)).wait()
  assert.equal(onL1.status, 1)
  assert.equal(await wallet.isWithdrawalFinalized(response.hash), true)
  await assert.rejects(wallet.finalizeWithdrawal(response.hash))
}

async function deploy(signer, args) {
  const contract = await new ContractFactory(erc20.abi, erc20.bytecode, signer).deploy(...args, ethereum)
  await contract.waitForDeployment()
  return contract
}

test('deposit ETH', async () => {
  const amount = parseEther('1')
  const before = await wallet.getBalance()
  await deposited(await wallet.deposit({ token: utils.ETH_ADDRESS, amount, to: wallet.address, refundRecipient: wallet.address }))
  const after = await wallet.getBalance()
  assert.ok(after >= before + amount, `${before} became ${after}`)
})

test('transfer ETH', async () => {
  const before = await l2.getBalance(stranger)
  const receipt = await (await wallet.transfer({ to: stranger, amount: 12345n, overrides: { ...ethereum } })).wait()
  assert.equal(receipt.type, 2)
  assert.equal(await l2.getBalance(stranger), before + 12345n)
})

// The ContractFactory of zksync-ethers sends a transaction of type 0x71 to a system contract that Ashlar does not have; that of ethers works with the same wallet.
test('deploy a contract and use it', async () => {
  const token = await deploy(wallet, ['Deployed by ethers', 'ETHERS', 6])
  assert.equal(await token.symbol(), 'ETHERS')
  await (await token.mint(wallet.address, 1000n, ethereum)).wait()
  await (await token.transfer(stranger, 400n, ethereum)).wait()
  assert.equal(await token.balanceOf(wallet.address), 600n)
  const logs = await token.queryFilter(token.filters.Transfer(), 0)
  assert.deepEqual(logs.map((l) => l.args.value), [1000n, 400n])
  // The provider of zksync-ethers does not decode reverts, it hands their data on.
  await assert.rejects(token.transfer.staticCall(stranger, 601n), (e) => token.interface.parseError(e.error.data).name === 'ERC20InsufficientBalance')
})

test('withdraw ETH', async () => {
  const amount = parseEther('0.25')
  const to = '0x00000000000000000000000000000000000f5678'
  const before = await l1.getBalance(to)
  await finalised(await wallet.withdraw({ token: utils.ETH_ADDRESS, amount, to, overrides: { ...ethereum } }))
  assert.equal(await l1.getBalance(to), before + amount)
})

test('deposit and withdraw an ERC-20', async () => {
  const signer = wallet.ethWallet()
  const token = await deploy(signer, ['Bridged by ethers', 'BRE', 8])
  await (await token.mint(wallet.address, 10_000n)).wait()
  const address = await token.getAddress()
  await deposited(await wallet.deposit({ token: address, amount: 9_000n, to: wallet.address, approveERC20: true, refundRecipient: wallet.address }))
  const onL2 = await l2.l2TokenAddress(address)
  const listed = (await l2.getConfirmedTokens()).find((token) => token.l2Address.toLowerCase() === onL2.toLowerCase())
  assert.equal(listed?.l1Address.toLowerCase(), address.toLowerCase())
  assert.equal(await wallet.getBalance(onL2), 9_000n)
  assert.equal(await new Contract(onL2, erc20.abi, l2).decimals(), 8n)
  assert.equal(await l2.l1TokenAddress(onL2), address)
  await finalised(await wallet.withdraw({ token: onL2, amount: 2_500n, to: wallet.address, overrides: { ...ethereum } }))
  assert.equal(await wallet.getBalance(onL2), 6_500n)
  assert.equal(await wallet.getBalanceL1(address), 3_500n)
  await until('balance by batch', async () => (await l2.getL1BatchNumber()) > 0)
})
