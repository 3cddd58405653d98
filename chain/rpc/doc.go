// Package rpc serves the JSON-RPC interface of a chain: HTTP and WebSocket on one port, over geth's rpc package.
//
//	in   requests; what the chain knows through the interfaces of backend.go (this package never opens a database)
//	out  JSON as geth writes it, with the fields that viem/zksync and zksync-ethers read on top of it
//
// Namespaces: eth, net, web3, txpool, debug, zks, ots and erigon (for Otterscan), ashlar. docs/rpc.md lists every method beside those of geth and zksync-os-server, and every limit; it is written
// by this package's TestDoc from services. What is unknown is null where geth answers null (blocks, transactions, receipts) and an error where geth answers an error (state of an unknown block).
// Codes, messages and data of errors are geth's; node's TestErrorsAreGeths sends the same wrong requests to both and lists what differs. A revert has code 3 and its data.
//
// Tags: latest is the head, pending the next block, without transactions (pending.go; only eth_getTransactionCount looks into the pool; logs, fee history, dumps and proofs take it as the head), safe is the
// last block of the newest batch committed on L1, finalized of the newest batch executed on L1, earliest is 0. committed (zksync-ethers) means latest, l1_committed means safe.
//
// Priority operations have type 0x7f in transactions and receipts, the first byte of their raw form. Both SDKs read it: viem leaves type undefined and typeHex 0x7f, zksync-ethers gives 127. Nobody
// signed them: r, s and v are zero, which libraries that decode every transaction want to see. geth's own client (ethclient) cannot decode a block with such a transaction in full, as with every
// type it does not know; headers, receipts and logs are fine.
//
// Receipts have no root (EIP-658 has status instead; neither SDK reads it) and add pubdataBytes and pubdataGas: gasUsed = execution gas + pubdataGas.
//
// Traces execute past transactions again, with geth's struct logger, its native tracers and, unless Config.JSTracers is off, tracers in JavaScript. Calls take overrides of state and block.
// Proofs of the state are those of the chain's own tree (proof.go), for the last blocks of batches. Walks of the state are in the order of keys, not of their hashes (debug_state.go).
//
// With Config.Otterscan an index of addresses is made beside the chain (ots_index.go): no block waits for it, a search waits until it has the head.
//
// Every client has limits, see Config and limits.go: what one asks too much, and what all of them together may hold. Whoever reads too slowly is cut off.
//
// Units are wei, gas, seconds and bytes unless a name says otherwise. Not checked here: whether a transaction is acceptable (the pool decides) and whether the data of
// the backend is consistent.
package rpc
