// Package rpc serves the JSON-RPC interface of a chain: HTTP and WebSocket on one port, over geth's rpc package.
//
//	in   requests; what the chain knows through the interfaces of backend.go (this package never opens a database)
//	out  JSON as geth writes it, with the fields that viem/zksync and zksync-ethers read on top of it
//
// Namespaces: eth, net, web3, txpool, debug, zks, ashlar. What is unknown is null where geth answers null (blocks, transactions, receipts) and an error where geth
// answers an error (state of an unknown block). Error texts and codes are geth's; a revert has code 3 and its data.
//
// Tags: latest and pending are the head (there is no separate pending block; only eth_getTransactionCount looks into the pool), safe is the last block of the newest batch
// committed on L1, finalized of the newest batch executed on L1, earliest is 0. committed (zksync-ethers) means latest, l1_committed means safe.
//
// Priority operations have type 0x7f in transactions and receipts, the first byte of their raw form. Both SDKs read it: viem leaves type undefined and typeHex 0x7f,
// zksync-ethers gives 127. They have no v, r, s. geth's own client (ethclient) cannot decode a block with such a transaction in full, as with every type it does not know;
// headers, receipts and logs are fine.
//
// Receipts have no root (EIP-658 has status instead; neither SDK reads it) and add pubdataBytes and pubdataGas: gasUsed = execution gas + pubdataGas.
//
// Units are wei, gas, seconds and bytes unless a name says otherwise. Not checked here: whether a transaction is acceptable (the pool decides) and whether the data of
// the backend is consistent.
package rpc
