// Package devnet runs a whole network in one process: an embedded Ethereum (package l1) or an external one, all contracts deployed, and one chain's node.
//
//	in   Config: where to keep things, which L1, how the chain makes blocks and batches
//	out  a Devnet whose Node serves JSON-RPC, with funded development accounts on both layers
//
// Everything that Start makes is in the data directory, and Start brings a directory that it finds on: the L1, the deployment (which may have been interrupted) and the chain go on
// where they were. Keys are development keys that everybody knows; Start refuses any L1 whose chain id is not one of a local development network.
package devnet
