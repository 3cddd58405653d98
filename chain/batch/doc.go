// Package batch cuts the chain of blocks into batches and turns each into a statement that the guest confirms.
//
//	in   blocks as the store holds them, the state tree at the end of the last batch
//	out  sealed batches in the store: statement, pubdata, log tree, and what the guest said; the tree at the end of the batch
//
// Cut decides where a batch ends and is pure. Sealer is the shell around it: it collects the witness, runs the guest, compares the guest's public input with the node's, writes the
// batch and then brings the tree to it. A disagreement stops sealing: such a batch must never reach L1.
//
// A sealer can be killed at any instruction. The batch record is written before the tree moves; at the next start a tree that lags behind the record is brought up by executing the
// batch's blocks again. A batch that has a record is never cut anew.
package batch
