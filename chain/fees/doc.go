// Package fees prices a block: the base fee (wei per gas) and gasPerPubdata (gas per pubdata byte).
//
//	in   the parent's two prices and its gas use, and the newest sample of L1 prices
//	out  the two prices of the next block, and the numbers that eth_feeHistory reports
//
// [Next] decides and is pure; [Oracle] is the small shell that keeps the newest L1 sample. The prices in force are read from the parent's header,
// never from memory, so a restart changes nothing.
//
// # Price of a pubdata byte
//
// L1 wei per byte, before the margin (docs/spec.md section 5 has the sizes):
//
//	blobs      ceil(131,072 blob gas * blobBaseFee / 126,976 bytes)
//	calldata   40 gas * baseFee: EIP-7623's floor for a byte that is not zero
//	validium   0
//
// Let c be that times (100 + MarginPercent)/100, rounded up; the margin pays for commit, prove and execute besides the data, and for a price that rises
// before the batch is sent. The targets are
//
//	baseFee        at least MinBaseFee, and at least ceil(c / MaxGasPerPubdata)
//	gasPerPubdata  ceil(c / baseFee)
//
// so gasPerPubdata*baseFee >= c at the targets, and gasPerPubdata is never zero while c is not. A price moves from the parent's towards its target by at
// most 1/MaxStep of it (or one unit), so that a transaction priced a few blocks ago is still includable; the base fee never falls below MinBaseFee or
// what demand asks, and gasPerPubdata goes from zero to its target at once.
//
// Not checked here: whether L1 samples are true (the L1 watcher), and whether a block keeps to these prices: the state transition accepts any
// price up to the chain's cap.
package fees
