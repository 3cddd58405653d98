// Package statetest reads Ethereum's general state tests and prepares each case as the input of this chain's state transition: configuration, environment, chain state, state and raw transaction.
//
//	in   fixture files in the format of ethereum/tests GeneralStateTests (with txbytes)
//	out  Cases; the state root and logs hash that a result amounts to, to compare with the fixture
//
// A chain whose configuration has no pubdata price follows Ethereum's rules to the unit, and that is what the cases test. Cases that cannot apply are named in skips.go with the reason.
// It is made for tests, of chain/stf and of the guest; it trusts its input files.
//
// Reference: the format's description in ethereum/tests, docs/test_types/gstate_tests.rst.
package statetest
