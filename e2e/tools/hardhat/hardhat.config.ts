import { fileURLToPath } from 'node:url'
import toolboxViem from '@nomicfoundation/hardhat-toolbox-viem'
import ethers from '@nomicfoundation/hardhat-ethers'
import { configVariable, defineConfig } from 'hardhat/config'

const chainId = Number(process.env.ASHLAR_CHAIN_ID ?? 271)

export default defineConfig({
  plugins: [toolboxViem, ethers],
  // The compiler is npm's solc: nothing is downloaded.
  solidity: { compilers: [{ version: '0.8.37', path: fileURLToPath(import.meta.resolve('solc/soljson.js')), settings: { evmVersion: 'osaka', optimizer: { enabled: true, runs: 200 } } }] },
  // A chain that Hardhat does not know has to be described before it can be forked.
  chainDescriptors: { [chainId]: { name: 'Ashlar', chainType: 'l1', hardforkHistory: { osaka: { blockNumber: 0 } } } },
  // A chain that makes blocks only when there are transactions gives no further confirmations.
  ignition: { requiredConfirmations: 1 },
  networks: {
    ashlar: { type: 'http', chainType: 'l1', chainId, url: configVariable('ASHLAR_L2_URL'), accounts: [configVariable('ASHLAR_KEY_HARDHAT')] },
    fork: { type: 'edr-simulated', chainType: 'l1', chainId, forking: { url: configVariable('ASHLAR_L2_URL') } },
  },
})
