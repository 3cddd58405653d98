// Package txpool holds the transactions that users sent and no block contains yet.
//
//	in   raw transactions ([Pool.Add]) and new heads ([Pool.Reset])
//	out  executable transactions by price and nonce ([Pool.Pending]), what the txpool_ methods show, and a feed of new executable transactions
//
// Admission, queueing, replacement and eviction are go-ethereum's core/txpool/legacypool, used as a library over this chain's flat state; docs/decisions
// says why that fits. This package adds what differs here: gas limits above EIP-7825's cap may pay for pubdata, blob transactions are refused, a fee cap
// below the operator's minimum is refused at once instead of waiting for ever, large transactions share a bounded number of bytes, what block building
// refused is not taken again for some time (refusals.go), and a journal keeps accepted transactions over a restart.
//
// Errors are go-ethereum's (core, core/txpool) where it has one, so that clients recognise their texts; stf.ErrBlobTx for blob transactions.
//
// The journal is written without waiting for the disk: transactions survive the end of the process, not always that of the machine. A user who got a
// hash has no promise before a block contains the transaction.
//
// Not checked here: whether a transaction's gas covers its pubdata; only execution knows it.
package txpool
