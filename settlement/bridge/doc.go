// Package bridge is a user's way between the layers: deposit, withdraw, ask where a withdrawal is, and finalise it on L1.
//
//	in   JSON-RPC connections to both layers, the user's key
//	out  ordinary transactions: Bridgehub and L1Nullifier on L1, L2BaseToken and L2AssetRouter on L2
//
// Addresses come from the chain itself (zks_getBridgehubContract and its kin); the user trusts the L2 endpoint for them. Amounts are wei or token units. Every wait ends with its
// context. A transaction that fails is an error that names it.
//
// Not checked here: what L1 checks anyway (proofs, balances, double finalisation).
package bridge
