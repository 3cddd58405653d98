// Package l1 is settlement's view of Ethereum: a JSON-RPC client that checks it talks to the right chain, knows which blocks are final, reads logs in
// bounded ranges, and sorts errors into what to do about them ([KindOf]): try again, rewind, or stop.
//
// In: an RPC URL and a [Config]. Out: the methods of ethclient.Client and the ones of this package. Block numbers and hashes travel as [Ref].
// Not checked: that the node tells the truth. A rollup that does not trust its L1 node runs its own.
package l1
