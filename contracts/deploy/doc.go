// Package deploy puts the contracts of an ecosystem and of one chain on L1.
//
// In: a [Config], an L1 client, the deployer's key. Out: a [Deployment] with every address, which node, command line and genesis use.
//
// All contracts are made with CREATE2 through the deterministic deployer, so their addresses follow from the configuration alone: [Predict] gives them before anything
// is sent, which is how the L2 genesis can contain L1 addresses while the chain's creation on L1 contains the genesis. Every step has a question to L1 that says
// whether it is done, and doing one twice has no effect. So a deployment can be killed at any point and run again: what is done is skipped, what is not is done.
// Code found at an address is compared with the artifact (immutables left out). The state file only tells people what happened and refuses to go on with
// another configuration.
//
// Steps, in waves; those of a wave are sent together and their receipts awaited:
//
//	contracts   Bridgehub, MessageRoot, VerifierRegistry, UnprovenVerifier, ChainTypeManager, Chain (code), ValidatorTimelock, three DA validators,
//	            L1Nullifier, L1AssetRouter, L1NativeTokenVault, BridgedStandardERC20 and its beacon, optionally TestERC20; proxies for the upgradeable ones
//	wiring      Bridgehub <-> router, message root; nullifier, router, vault <-> each other; verifier, protocol version, DA validators, base token
//	chain       createNewChain with the genesis state commitment
//	roles       committer, prover, executor, reverter of the chain in ValidatorTimelock
//	handover    ownership and chain administration to the configured accounts, which then have to accept them
//
// Errors say which step. Not here: acceptance of ownership by a new owner, upgrades, verification of sources at explorers.
package deploy
