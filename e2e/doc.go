// Package e2e tests the whole system from outside: the real binary as a process of its own, over an Ethereum that the test holds, and networks in the test's process.
//
//	kill_test.go     kill -9 at every step of settlement and of deployment: nothing lost, nothing done twice
//	resume_test.go   a data directory is kept, goes on, and is refused where it does not belong
//	da_test.go       the tour under every data availability scheme
//	input_test.go    what a node refuses, how it says so, and that it works on
//	sdk/             the published JavaScript SDKs
//
// Tests wait for conditions, never for times; ports are free ones; processes are ended by their own id.
package e2e
