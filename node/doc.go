// Package node assembles a chain's main node. It holds no rules: each part is a package of its own, and New is the pipeline.
//
//	L1 ── watch ──> priority operations ──┐
//	users ── rpc ── txpool ───────────────┴─> sequencer ──> store ──> batch (guest) ──> commit ──> prove ──> execute ── txmgr ──> L1
//
//	in   Config: data directory, genesis, where the chain's contracts are on L1, keys, policies
//	out  a running node: JSON-RPC endpoint, blocks, settled batches
//
// Run returns when its context ends (nil) or when a part meets something that a person has to look at (the error says what). Everything that a part has done is in the data
// directory, so a node can be killed at any instruction and started again.
package node
