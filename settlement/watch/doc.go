// Package watch follows a chain's contract on L1: it mirrors the priority queue, reports what happened to batches, and samples L1's prices.
//
// In: an l1.Client and a durable.KV. Out: [Watcher.Next] for the sequencer (operations in queue order, no gaps), calls of Config.OnBatch for the store, and
// [Watcher.Prices]. Only blocks that the client calls final are read. What was read is durable together with the block up to which it was read, so a restart
// continues there; OnBatch may be called again for the same event and must not mind.
//
// When a block that was read is not canonical any more (finality was set too low), the watcher goes back to the newest block it knows that still is and
// reads again. An operation that the L2 has not included may change by that; one that it has included may not: [ErrQueueChanged], and the chain has to stop.
//
// Not here: what operations do, and whether they are worth including.
package watch
