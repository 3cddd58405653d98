// Package load puts the same load on a chain of ours and on an embedded go-ethereum, and measures both.
//
//	in   how long, how many senders, how many accounts in the state ([Config]); a [System] that serves JSON-RPC
//	out  transactions per second that became part of blocks, and the time from sending a transaction to its receipt
//
// Everything goes through HTTP JSON-RPC on the loopback interface, and the generator runs on the processors that the chain runs on. Transactions are ETH transfers to accounts all over
// the state, or ERC-20 transfers (OpenZeppelin 5) to addresses that hold no token yet. Throughput ([Saturate]): every connection sends batches of eth_sendRawTransaction as fast as they
// are answered while no more than InFlight transactions wait for a block. Latency ([Paced]): single requests at a fixed rate, each timed until the receipt of its block has arrived.
//
// Nothing is believed: when sending has ended, every transaction that was accepted must have a receipt with status 1 in a block, or the measurement is an error ([ErrLost]).
//
// [Ashlar] is the part of a node from JSON-RPC to durable blocks: pool, sequencer, block stream, store and server, without L1 and without batches. [Geth] is go-ethereum as `geth --dev` runs it, with
// block building driven without pause, pool limits like ours, and its key-value store synced after every block; that every block is durable before its receipt is visible is more than it promises.
// Its state is made through a genesis allocation and holds fewer accounts than ours when very many are asked for.
package load
