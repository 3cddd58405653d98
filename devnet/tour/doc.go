// Package tour shows the main job of a chain once, on a running development network: money in, work, money out, and the state rebuilt from L1 alone.
//
//	in   connections to both layers, a development account with ETH on L1, the address of a test token on L1
//	out  one Row for each transaction: layer, hash, time, gas and fee; an error when anything differs from what it has to be
//
// Each step checks balances on both sides, so a tour that ends without an error has seen the money where it belongs.
package tour
