// Package sequencer makes blocks.
//
//	in   priority operations in queue order, executable transactions by price, the prices of the next block, the chain so far
//	out  blocks appended to the chain, one at a time, each durable before anybody hears of it; a feed of them ([Feed])
//
// A block takes priority operations first, without a gap, then ordinary transactions, until gas, pubdata, L2→L1 logs or the number of transactions is
// used up. Which operation is next is read from the chain's last block, so a sequencer that stops anywhere goes on without losing or repeating one.
// Without anything to include there is no block, unless the configuration asks for empty ones.
//
// [Build] decides what a block holds: it has no clock and no randomness, and gives the same block for the same input. [Sequencer] is the shell around it.
// [Following] is the other way to grow a chain: it executes blocks that someone else made.
//
// Blocks never wait for the state tree, for batches or for L1. On demand, the next block is executed while the one before it goes to disk; nobody is shown a block before it is there.
// If sealing falls behind by more than MaxUnsealedBlocks, the sequencer pauses.
//
// Pubdata is known only after execution. A transaction that does not fit the rest of the block is left for the next one, and the block is built again
// without it; one that does not fit an empty block is refused. A priority operation cannot be refused: it gets a block of its own in which a pubdata
// byte costs so much gas that its gas limit, which L1 bounds, cannot pay for more than fits.
//
// Not checked here: that priority operations are those of L1 (the watcher; L1 checks their hash), and upgrade transactions, which are not made yet.
package sequencer
