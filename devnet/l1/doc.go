// Package l1 is an Ethereum that runs inside the process: go-ethereum with a simulated beacon, for development networks and tests.
//
// In: a [Config]. Out: an [L1] that serves JSON-RPC over HTTP and WebSocket on one loopback port, plus the blobs it has seen.
// Rules are those of Osaka with the second blob parameter fork (BPO2); all forks are active from genesis. Genesis is a function of the
// configuration only, so that a data directory can be reopened. Time: with a period of 0 a block is sealed as soon as a transaction is there,
// else every period; timestamps are wall-clock seconds but ascend by at least one per block, so a burst of blocks runs ahead of the clock.
//
// Blobs are copied to an archive before the block that includes them is sealed, because go-ethereum drops them on inclusion and a simulated
// beacon has no blob endpoint. The archive answers GET /blobs/{versioned hash} on the RPC port with {"data":"0x…"}.
//
// State is written with every block (hash scheme, no pruning), so that the directory survives a killed process.
//
// Not here: consensus, peers, slashing, finality beyond "every 32nd block". The keys of [Accounts] and [Operators] are public: never use them elsewhere.
package l1
