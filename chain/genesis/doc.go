// Package genesis makes the state with which a chain begins.
//
//	in   Config: the chain, the prices of block 0, and where its L1 side is (JSON, decoded strictly)
//	out  accounts with code, storage and balance (Alloc), the genesis as the node stores it (Genesis), and the commitment that the
//	     creation of the chain on L1 takes as argument (StateCommitment)
//
// Code comes from package contracts/artifacts. No constructor runs, so what a constructor or initializer would write is put into storage here; the slot of a
// variable is looked up in the storage layout of the artifact, and a contract with immutables is refused. The L1 addresses have to be known before the
// genesis, hence: deploy the ecosystem and the bridge, make the genesis, create the chain.
//
// Balances sum to 2^127 - 1 wei, docs/spec.md section 1. What Config.Prefund gives away has no counterpart on L1, whose vault pays for a chain only what was
// deposited for it: of such money the chain can withdraw nothing beyond the deposits of others. Prefund is empty by default and is for throw-away networks.
//
// Not checked here: that the L1 addresses hold the contracts that they should; the creation of the chain and its first deposit show it.
//
// References: docs/spec.md sections 1, 3 and 6; ERC-1967 (slot of the implementation); ERC-7201 (slot of the initializer's state); EIP-2935 (history
// contract). multicall3.hex is the runtime code of Multicall3 (MIT) as the npm package viem 2.57.20 carries it in constants/contracts.ts, there with its
// 32 bytes of deployment code. The CREATE2 deployer is the 69 bytes that every chain has at its address.
package genesis
