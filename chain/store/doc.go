// Package store keeps one chain in one Pebble database: blocks, receipts, indices, the flat state of every block, sealed batches, what L1 knows
// about them, and small key-value views for other components that must be durable.
//
//	in   results of the state transition ([Store.AppendBlock]), sealed batches ([Store.PutBatch]), news from L1 ([Store.UpdateL1])
//	out  the same by number or hash, the state after any kept block ([Store.StateAt]), blocks by what their logs have ([Store.BlocksWithLogs])
//
// Every write is one Pebble batch: it happens wholly or not at all. Writes that return without error are synced to disk, unless the method says
// otherwise ([Store.BeginBlock]). AppendBlock of a block that is already there does nothing, so a caller that does not know whether its last write succeeded repeats it.
//
// The history begins with the genesis, or, in a directory that was made from L1 ([Rebuild]), with the state after [Store.First]: blocks up to that one are [ErrBeforeFirst].
//
// The directory belongs to one chain: chain configuration and genesis are recorded and compared on every [Open]; one process at a time holds it.
// schema.go lists every key. Records are this package's own encodings, decoded strictly; a record that does not decode is an error that wraps
// [ErrCorrupt], never a panic.
//
// A block's place in the chain (number, parent hash, timestamps, priority operations without a gap) is checked when it is appended. Not checked here:
// whether it follows from its transactions; that is the state transition's work, and its results are believed.
package store
