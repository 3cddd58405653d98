// Package fault puts an unreliable network and lying nodes between a program and an L1: for tests.
//
// In: the URL of a real L1. Out: a [Proxy] with a URL of its own that speaks JSON-RPC over HTTP (requests and batches of them). What it does wrong is set and taken back with
// [Proxy.Set] at any time:
//
//	Down         connections are cut                         Busy     HTTP 503
//	Page         a page of HTML with status 200              Slow     an answer after a while
//	Cut          the answer ends in the middle               Late(n)  the head is n blocks behind, as a node that does not keep up
//	Mixed(seed, n)  nodes take turns, some are late           Ahead(n) the head is n blocks further than there are blocks
//	Nonces(n)    nonces are n higher                         Dear(n)  tips and blob fees are n times as high
//	Forget       nothing is known about any transaction      Flaky(seed, percent)  some requests fail
//
// Not here: reorganisations, which are those of the L1 itself (devnet/l1.L1.Rewind).
package fault
