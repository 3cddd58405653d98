// Package policy holds the rules of this repository as tests: which layer may import which, that every package says what it does, how long a file and a function may be,
// what the guest may depend on, and which words do not belong here. It has no code of its own.
//
//	in   the source tree, through the go command and go/parser
//	out  test failures that name the file and the rule
package policy
