// Package node assembles a chain's main node. It holds no rules: each part is a package of its own, and New is the pipeline.
//
//	L1 ── watch ──> priority operations ──┐
//	users ── rpc ── txpool ───────────────┴─> sequencer ──> store ──> batch (guest) ──> commit ──> prove ──> execute ── txmgr ──> L1
//
//	in   Config: data directory, genesis, where the chain's contracts are on L1, keys, policies
//	out  a running node: JSON-RPC endpoint, blocks, settled batches
//
// Every block and batch goes to the block stream (package chain/stream) before it is kept. A node follows the stream until it leads ([Node.Run], roles.go): at once with a stream of its own, when the leader is gone with
// a stream that several have, never as a replica (Config.Origin).
//
// Run returns when its context ends (nil) or when a part meets something that a person has to look at (the error says what). Everything that a part has done is in the data
// directory, so a node can be killed at any instruction and started again.
package node
