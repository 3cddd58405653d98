package freeport

import (
	"net"
	"testing"
)

// Addresses differ, can be listened on, and are none of those that the kernel gives out.
func TestAddress(t *testing.T) {
	seen := map[string]bool{}
	for range 2 * perProcess {
		address, err := Address()
		if err != nil {
			t.Fatal(err)
		}
		if seen[address] {
			t.Fatalf("%s twice", address)
		}
		seen[address] = true
		l, err := net.Listen("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if port := l.Addr().(*net.TCPAddr).Port; port < lowest || port >= kernelPorts() {
			t.Errorf("port %d", port)
		}
		l.Close()
	}
}

// A port that somebody listens on is passed over.
func TestAddressInUse(t *testing.T) {
	first, err := Address()
	if err != nil {
		t.Fatal(err)
	}
	taken.Add(^uint32(0)) // the next call begins with the same port
	l, err := net.Listen("tcp", first)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if again, err := Address(); err != nil || again == first {
		t.Errorf("%s, %v", again, err)
	}
}
